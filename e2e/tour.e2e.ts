import type { Page } from "@playwright/test";
import { expect, test } from "./support/guarded-test";
import { signInAs } from "./support/people";

/** Somebody of each kind, and the page they begin on. */
const HOMES = [
  { who: null, path: "/" },
  { who: "Mara Lindqvist", path: "/me" },
  { who: "Elin Berg", path: "/sign-in/done" },
  { who: "Ruth", path: "/operator" },
] as const;

const tour = (page: Page) => page.locator("summary", { hasText: "Tour" });

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    for (const { who, path } of HOMES)
      test(`the tour of ${who ?? "a newcomer"} is put away for good, and comes back when asked`, async ({
        page,
      }) => {
        if (who !== null) await signInAs(page, who);
        await page.goto(path);
        await tour(page).click();
        await page.getByRole("button", { name: "Hide the tour" }).click();
        const again = page.getByRole("button", { name: "Start the tour over" });
        await expect(again).toBeVisible();
        await page.goto(path);
        await expect(tour(page)).toHaveCount(0);
        await again.click();
        await expect(tour(page)).toBeVisible();
      });
  });
}

test("the stops of a tour over documents are ticked as they are seen", async ({ page }) => {
  await page.goto("/");
  await expect(tour(page)).toHaveText(/1\/5/);
  await tour(page).click();
  await expect.poll(() => page.evaluate(() => document.cookie)).toContain("n-home");
  await page.getByRole("link", { name: /Look yourself up/ }).click();
  await expect(page).toHaveURL(/look-up/);
  await tour(page).click();
  await expect(tour(page)).toHaveText(/2\/5/);
  await expect.poll(() => page.evaluate(() => document.cookie)).toContain("n-lookUp");
  await page.getByRole("link", { name: /The public register/ }).click();
  await expect(page).toHaveURL(/register/);
  await expect(tour(page)).toHaveText(/3\/5/);
});
