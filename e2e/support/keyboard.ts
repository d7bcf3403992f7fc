import { expect, type Locator, type Page } from "@playwright/test";

const TABS_MAX = 160;

/** What has the focus is on the screen and shows it, by an outline or a shadow of its own or of its label. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const fault = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return "nothing has the focus";
    const label =
      focused instanceof HTMLInputElement && focused.type === "radio" ? focused.labels?.[0] : null;
    const marked = [focused, label].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    });
    const box = (label ?? focused).getBoundingClientRect();
    const inView =
      box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth;
    const name = `${focused.tagName} ${focused.getAttribute("type")} ${focused.id} ${(label ?? focused).textContent?.trim().slice(0, 40)}`;
    if (!inView) return `${name} is outside the window`;
    return marked ? null : `${name} does not show that it has the focus`;
  });
  expect(fault).toBeNull();
}

/** Tab, as often as it takes; every stop on the way must show itself. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < TABS_MAX; stop++) {
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not reached with ${TABS_MAX} times Tab`);
}
