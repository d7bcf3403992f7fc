import { readFileSync, writeFileSync } from "node:fs";
import type { Browser } from "playwright";

const FILE = "app/(site)/opengraph-image.png";
const FACES = {
  RemitSerif: "node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  RemitSans: "node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
};

/** The picture that goes with a shared link, in the faces of the site: a missing face would be drawn in another one unseen. */
export async function shareImage(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: "light" });
  await page.setContent(picture());
  const missing = await page.evaluate(async () => {
    const faces = await Promise.all([...document.fonts].map((face) => face.load()));
    return faces.length < 2 || faces.some(({ status }) => status !== "loaded");
  });
  if (missing) throw new Error("the share image is missing a face of the site");
  writeFileSync(FILE, await page.screenshot());
  await page.close();
}

function picture(): string {
  const faces = Object.entries(FACES).map(
    ([name, file]) =>
      `@font-face { font-family: ${name}; font-weight: 200 900; src: url(data:font/woff2;base64,${readFileSync(file).toString("base64")}) }`,
  );
  return `<!doctype html><style>${faces.join("\n")}
    body { margin: 0; padding: 64px 80px; background: #fbfaf7; color: #1b1a17; font: 600 76px/1.09 RemitSerif; letter-spacing: -0.02em }
    b { display: block; margin-bottom: 92px; font-size: 44px; font-weight: 600 }
    p { margin: 36px 0 0; color: #5c584e; font: 400 30px/1.4 RemitSans; letter-spacing: 0 }
    div { display: flex; gap: 4px; height: 44px; margin-top: 62px }
    i { border-radius: 4px }
  </style><b>Remit</b>Your words train AI models.<br>Set the terms, and get paid.
  <p>The register between writers, platforms and labs.</p>
  <div><i style="flex: 41; background: #1f6f4a"></i>
    <i style="flex: 24.5; background: repeating-linear-gradient(45deg, #1f6f4a 0 5px, #e7f1eb 5px 11px)"></i>
    <i style="flex: 4.1; background: #83500a"></i><i style="flex: 30.8; background: #88826f"></i><i style="flex: 2; background: #1b1a17"></i></div>`;
}
