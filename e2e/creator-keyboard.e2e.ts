import { expect } from "@playwright/test";
import { test } from "./support/guarded-test";
import { expectFocusSeen, tabTo } from "./support/keyboard";
import { signInAs } from "./support/people";

test("terms are set and a deal is answered by Tab, Space and Enter alone", async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signInAs(page, "Tomás Ferreira");

  await test.step("choose a starting point, look at what it would change, save", async () => {
    await page.goto("/me/terms");
    await tabTo(page, page.getByRole("button", { name: "Research only" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Your yes applies for research only.").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Deals that are not sealed yet" })).toBeVisible();
    await expect(page.getByText("Checking the deals in notice…")).toBeHidden();
    await tabTo(page, page.getByRole("button", { name: "Save these terms" }));
    await page.keyboard.press("Space");
    await expect(page.getByText("Saved and in force.")).toBeVisible();
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
    await expect(page.getByText("You objected to this deal.", { exact: true })).toBeVisible();
    await expectFocusSeen(page);
    await tabTo(page, page.getByRole("button", { name: "Withdraw my answer" }));
    await page.keyboard.press("Space");
    await expect(page.getByText("You have not answered. Your terms decide.")).toBeVisible();
    await expectFocusSeen(page);
  });
});
