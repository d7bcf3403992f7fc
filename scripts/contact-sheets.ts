import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type Page, request } from "playwright";
import { authorPaths, creatorPaths, operatorPaths, platformPaths, sitePaths } from "../e2e/support/pages";

type World = Readonly<{ url: string; signInAs(page: Page, who: string): Promise<void> }>;

const FULL = ".data/screenshots";
const LOOKS = [
  { name: "light", colorScheme: "light", width: 1200 },
  { name: "dark", colorScheme: "dark", width: 1200 },
  { name: "phone", colorScheme: "light", width: 320 },
] as const;

/** Takes every page in each look and lays them side by side: docs/images/pages-<whose>.jpg. */
export async function contactSheets(browser: Browser, world: World): Promise<void> {
  process.env.REMIT_E2E_DATA_DIR ??= process.env.REMIT_DATA_DIR ?? ".data";
  const api = await request.newContext({ baseURL: world.url });
  const sheets: readonly (readonly [string, string | null, (page: Page) => Promise<readonly string[]>])[] = [
    ["site", null, sitePaths],
    ["creator", "Mara Lindqvist", creatorPaths],
    ["author", "Priya Raman", authorPaths],
    ["platform", "Elin Berg", () => platformPaths(api)],
    ["operator", "Ruth Alvarez", operatorPaths],
  ];
  for (const [whose, who, pathsOf] of sheets) {
    let rows: Row[] | null = null;
    for (const look of LOOKS) {
      const context = await browser.newContext({
        viewport: { width: look.width, height: 820 },
        colorScheme: look.colorScheme,
        reducedMotion: "reduce",
        locale: "en-GB",
        baseURL: world.url,
      });
      const page = await context.newPage();
      if (who !== null) await world.signInAs(page, who);
      rows ??= (await pathsOf(page)).map((path) => ({ path, files: [] }));
      mkdirSync(join(FULL, whose), { recursive: true });
      for (const [index, row] of rows.entries()) {
        const file = join(FULL, whose, `${String(index).padStart(2, "0")}-${look.name}.jpg`);
        await page.goto(world.url + row.path, { waitUntil: "networkidle" });
        await page.screenshot({ path: file, type: "jpeg", quality: 80, fullPage: true });
        row.files.push(file);
      }
      await context.close();
    }
    await sheet(browser, whose, rows ?? []);
  }
  await api.dispose();
}

type Row = { path: string; files: string[] };

async function sheet(browser: Browser, whose: string, rows: readonly Row[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1560, height: 900 } });
  const picture = (file: string) =>
    `<div class="shot"><img src="data:image/jpeg;base64,${readFileSync(file).toString("base64")}"></div>`;
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  await page.setContent(`<style>
      body { margin: 24px; font: 13px sans-serif; background: #777; color: #fff; columns: 2; column-gap: 24px }
      figure { margin: 0 0 24px; break-inside: avoid }
      div.row { display: flex; gap: 8px; align-items: flex-start }
      .shot { overflow: hidden; max-height: 560px }
      .shot:nth-child(1), .shot:nth-child(2) { width: 300px }
      .shot:nth-child(3) { width: 112px }
      img { width: 100%; display: block }
    </style>${rows
      .map(
        ({ path, files }) =>
          `<figure><figcaption>${escaped(path)}</figcaption><div class="row">${files.map(picture).join("")}</div></figure>`,
      )
      .join("")}`);
  const file = `docs/images/pages-${whose}.jpg`;
  await page.screenshot({ path: file, type: "jpeg", quality: 70, fullPage: true });
  await page.close();
  console.log(file);
}
