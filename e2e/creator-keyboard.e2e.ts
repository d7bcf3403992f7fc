import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./support/guarded-test";
import { signInAs } from "./support/people";

const TABS_MAX = 160;

/** What has the focus is on the screen and shows it, by an outline or a shadow of its own or of its label. */
async function expectFocusSeen(page: Page): Promise<void> {
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
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < TABS_MAX; stop++) {
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not reached with ${TABS_MAX} times Tab`);
}

test("terms are set and a deal is answered by Tab, Space and Enter alone", async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signInAs(page, "Tomás Ferreira");

  await test.step("choose a starting point, look at what it would change, save", async () => {
    await page.goto("/me/terms");
    await tabTo(page, page.getByRole("button", { name: "Research only" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("This yes holds for research only.").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Deals that are not sealed yet" })).toBeVisible();
    await expect(page.getByText("Looking at the deals in notice…")).toBeHidden();
    await tabTo(page, page.getByRole("button", { name: "Save these terms" }));
    await page.keyboard.press("Space");
    await expect(page.getByText("Saved, and in force.")).toBeVisible();
    await expectFocusSeen(page);
  });

  await test.step("one answer of the table, by the arrows of its group", async () => {
    const answers = page.getByRole("group", { name: "Pretraining, Closed weights" });
    await page.goto("/me/terms");
    await tabTo(page, answers.getByRole("radio", { name: "Yes" }));
    await page.keyboard.press("ArrowRight");
    await expect(answers.getByRole("radio", { name: "No", exact: true })).toBeChecked();
    await expectFocusSeen(page);
  });

  await test.step("object to a deal in notice, and take the answer back", async () => {
    await page.goto("/me/deals");
    await tabTo(page, page.getByRole("link", { name: "Harbour Forum, new posts of 2026" }).first());
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Your answer to this deal" })).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Object: leave me out" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("You object to this deal.")).toBeVisible();
    await expectFocusSeen(page);
    await tabTo(page, page.getByRole("button", { name: "Take my answer back" }));
    await page.keyboard.press("Space");
    await expect(page.getByText("You have not answered. Your terms decide.")).toBeVisible();
    await expectFocusSeen(page);
  });
});
