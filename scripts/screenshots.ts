/**
 * `npm run screenshots`, while `npm start` runs: takes the README's pictures, as the demo people see them, and one contact
 * sheet per persona with every page in light, in dark and on a phone. Full pictures are left in .data/screenshots.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { chromium, type Page } from "playwright";
import { chromiumOptions } from "../e2e/support/chromium";
import { contactSheets } from "./contact-sheets";
import { shareImage } from "./share-image";

const url = process.env.REMIT_URL ?? "http://localhost:3000";
const demo = JSON.parse(readFileSync(`${process.env.REMIT_DATA_DIR ?? ".data"}/demo.json`, "utf8")) as {
  organisations: { id: string; apiKey: string }[];
};
const [harbour] = demo.organisations;
if (harbour === undefined) throw new Error("the demo world has no organisations");

async function first(path: string): Promise<string> {
  const response = await fetch(`${url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${harbour?.apiKey}` },
  });
  return ((await response.json()) as { items: { id: string }[] }).items[0]?.id ?? "";
}

const deal = await first("/deals?state=allocated");
const manifest = await first(`/deals/${deal}/manifests`);
const base = `/o/${harbour.id}`;
const PICTURES: readonly (readonly [file: string, who: string, path: string])[] = [
  ["deal", "Elin Berg", `${base}/deals/${deal}`],
  ["manifest", "Elin Berg", `${base}/manifests/${manifest}`],
  ["creator", "Mara Lindqvist", "/me"],
  ["terms", "Mara Lindqvist", "/me/terms"],
  ["books", "Ruth Alvarez", "/operator/books"],
];

mkdirSync("docs/images", { recursive: true });
const browser = await chromium.launch(await chromiumOptions());
for (const [file, who, path] of PICTURES) {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 820 },
    colorScheme: "light",
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  const page = await context.newPage();
  await signInAs(page, who);
  await page.goto(url + path, { waitUntil: "networkidle" });
  await page.screenshot({ path: `docs/images/${file}.png` });
  await context.close();
  console.log(`docs/images/${file}.png`);
}
await shareImage(browser);
await contactSheets(browser, { url, signInAs });
await browser.close();

async function signInAs(page: Page, who: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByRole("button", { name: `Sign in as ${who}` }).click();
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
}
