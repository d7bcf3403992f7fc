import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { isPackaged } from "./support/chromium";
import { expect, test } from "./support/guarded-test";

/*
 * /dev/ui shows every component in its states; each section is compared with its picture in e2e/pictures. After a change
 * that is meant: `npm run pictures`, look at what changed, commit it. How and why: docs/testing.md
 */

const VIEWS = [
  { name: "light-1280", width: 1280, colorScheme: "light" },
  { name: "dark-1280", width: 1280, colorScheme: "dark" },
  { name: "light-320", width: 320, colorScheme: "light" },
] as const;

/** A line of one pixel that changes its colour is more than this of any section; a pixel may differ by a shade nobody sees. */
const TOLERANCE = { maxDiffPixelRatio: 0.002, threshold: 0.05 };

/** Signs that neither face has: what stands in for them is another glyph on every machine. */
const SIGNS = /[✓✕↕▼]/g;
/** There is no monospaced face of our own; the machine's would be another one everywhere. */
const OWN_FACES_ONLY =
  "code, kbd, pre, samp, .font-mono, .font-mono * { font-family: var(--face-sans) !important; }";

/** Opens the page with everything still: no clock, no motion, and only faces that come with it. */
async function open(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date("2026-03-04T10:00:00Z"));
  // The faces are "optional": a page that waits for them is the same each time.
  await page.route(/\.css(\?|$)/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll("font-display:optional", "font-display:block");
    await route.fulfill({ response: answer, body });
  });
  await page.goto("/dev/ui", { waitUntil: "networkidle" });
  await page.addStyleTag({ content: OWN_FACES_ONLY });
  await page.evaluate((signs) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (signs.test(node.nodeValue ?? "")) node.nodeValue = (node.nodeValue ?? "").replace(signs, "•");
  }, SIGNS);
  await page.evaluate(() => document.fonts.ready);
  // As tall as the page: where nothing has to be scrolled into sight, no picture is cut.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height });
}

/** Text on the page that is set in a face of the machine; where there is any, pictures would differ between machines. */
async function textInOtherFaces(page: Page): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page);
  await client.send("DOM.enable");
  await client.send("CSS.enable");
  const { root } = await client.send("DOM.getDocument", { depth: -1 });
  const { nodeIds } = await client.send("DOM.querySelectorAll", {
    nodeId: root.nodeId,
    selector: "main *:not(:has(* *))", // it answers for what is within, too
  });
  const found: string[] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await client.send("CSS.getPlatformFontsForNode", { nodeId });
    if (fonts.every(({ isCustomFont }) => isCustomFont)) continue;
    const { outerHTML } = await client.send("DOM.getOuterHTML", { nodeId });
    found.push(`${fonts.map(({ familyName }) => familyName).join(", ")}: ${outerHTML.slice(0, 300)}`);
  }
  await client.detach();
  return found;
}

const fileOf = (title: string) => title.toLowerCase().replaceAll(/[^a-z]+/g, "-");

for (const { name, width, colorScheme } of VIEWS) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme });
    test.skip(!isPackaged(), "pictures are compared in the browser of the lock file alone (Linux x64)");

    test("every section of the design system looks as it did", async ({ page }) => {
      await open(page);
      expect(await textInOtherFaces(page)).toEqual([]);
      const sections = await page.locator("main section").all();
      const files: string[] = [];
      for (const section of sections) {
        const file = `${fileOf((await section.getByRole("heading", { level: 2 }).first().textContent()) ?? "")}.png`;
        files.push(file);
        await expect.soft(section).toHaveScreenshot([name, file], TOLERANCE);
      }
      expect(readdirSync(join("e2e/pictures", name)).sort(), "no picture of what is gone").toEqual(
        files.sort(),
      );
    });
  });
}
