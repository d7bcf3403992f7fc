import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules whose answer depends on colours: they are the slow ones, and the only ones that a dark page can break. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * Fails on any accessibility fault of the page in its current state, and names each fault, its elements and its help page.
 * `part` leaves out rules that another look at the same page has answered.
 */
export async function expectAxeClean(
  page: Page,
  where: string,
  part: "all" | "colours" | "layout" = "all",
): Promise<void> {
  await expect.soft(page, where).toHaveTitle(/./); // while the browser goes from page to page there is none for a moment
  // No page of ours has frames, and only faults are looked at: axe then needs no second page and describes nothing else.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  if (part === "colours") axe.withRules(OF_COLOURS);
  else axe.withTags(RULES);
  if (part === "layout") axe.disableRules(OF_COLOURS);
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(" ")}  ${node.html.slice(0, 160)}`).join("\n")}`,
  );
  expect.soft(found, `axe on ${where}`).toEqual([]);
}

/** Nothing is wider than the window: no sideways scrolling of the page itself. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(over, `pixels wider than the window on ${where}`).toBeLessThanOrEqual(0);
}

/** The page in light, in dark and on a 320-pixel phone; then back to how it was. */
export async function expectAxeCleanEverywhere(page: Page, where: string): Promise<void> {
  const size = page.viewportSize();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await expectAxeClean(page, `${where} (light)`);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectAxeClean(page, `${where} (dark)`, "colours");
  await page.setViewportSize({ width: 320, height: 720 });
  await expectAxeClean(page, `${where} (320 px)`, "layout");
  await expectNoSidewaysScroll(page, `${where} (320 px)`);
  if (size !== null) await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
