import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { expectAxeCleanEverywhere } from "./support/axe";
import { test } from "./support/guarded-test";
import { signInAs } from "./support/people";

/** Signs in by the mailed link, as anybody does who is new here. */
async function signInByMail(page: Page, email: string, expectedLinks: number): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await expect(page.getByRole("heading", { name: "Check your e-mail" })).toBeVisible();
  await page.goto("/dev/mailbox");
  const mails = page.getByRole("row").filter({ hasText: email });
  await expect(mails).toHaveCount(expectedLinks);
  await mails.first().getByRole("link").click();
  await page
    .getByRole("link", { name: /\/sign-in\/link/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

test("a newcomer deletes their account; the same address is a new person afterwards", async ({ page }) => {
  test.setTimeout(180_000);
  const email = `leaving-${randomUUID().slice(0, 8)}@mail.example`;
  await signInByMail(page, email, 1);

  await test.step("they give themselves a name", async () => {
    await page.goto("/me/settings");
    await page.getByLabel("Name", { exact: true }).fill("Somebody Leaving");
    await page.getByRole("button", { name: "Save" }).first().click();
    await expect(page.getByText("Saved.").first()).toBeVisible();
  });

  await test.step("the settings lead to what deleting would do", async () => {
    await page.getByRole("link", { name: "See what happens" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Delete my account" })).toBeVisible();
    await expect(page.getByText("You have no money here: nothing owed, pending or on hold.")).toBeVisible();
    await expectAxeCleanEverywhere(page, "/me/settings/delete of somebody free to go");
  });

  await test.step("something else typed deletes nothing", async () => {
    await page.getByLabel(/to confirm/).fill("yes please");
    await page.getByRole("button", { name: "Delete my account permanently" }).click();
    await expect(page.getByText("Type it exactly as it is shown").first()).toBeVisible();
    await expect(page.getByLabel(/to confirm/)).toHaveValue("yes please");
  });

  await test.step("their own address does", async () => {
    await page.getByLabel(/to confirm/).fill(email);
    await page.getByRole("button", { name: "Delete my account permanently" }).click();
    await expect(page).toHaveURL(/\/goodbye$/);
    await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
    await page.goto("/me");
    await expect(page).toHaveURL(/\/sign-in/);
  });

  await test.step("signed in with the same address they are somebody new", async () => {
    await signInByMail(page, email, 2);
    await page.goto("/me/settings");
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("");
  });
});

test("a person with money reads why they cannot delete their account, and what to do", async ({ page }) => {
  await signInAs(page, "Mara Lindqvist");
  await page.goto("/me/settings/delete");
  await expect(page.getByRole("heading", { name: "Your account cannot be deleted yet" })).toBeVisible();
  await expect(page.getByText("You have money here")).toContainText(/: [\d,.]+\s*USD/);
  await expect(page.getByRole("button", { name: "Delete my account permanently" })).toHaveCount(0);
});
