import { expect, type Page } from "@playwright/test";
import { expectAxeClean } from "./support/axe";
import { test } from "./support/guarded-test";
import { organisation, signInAs } from "./support/people";

/** A draft of Harbour Forum's own, and the address of its form. */
async function aDraft(page: Page): Promise<string> {
  const harbour = organisation("harbour");
  await page.goto(`/o/${harbour.id}/deals/new`);
  await page.getByLabel("Title").fill(`Two tabs, ${Date.now().toString(36)}`);
  await page.getByLabel("Licensee", { exact: true }).selectOption({ label: "Northwind Models" });
  await page.getByLabel("What the licensee pays").fill("100000.00");
  await page.getByRole("checkbox", { name: "Evaluation" }).check();
  await page.getByRole("button", { name: /save/i }).click();
  await page.waitForURL(/\/deals\/deal_[^/]+$/);
  return `${page.url()}/edit`;
}

const save = (page: Page) => page.getByRole("button", { name: /^save/i }).last().click();

test("two tabs on one deal: the second is shown what differs, and takes nothing back unseen", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, "Elin Berg");
  const form = await aDraft(page);
  const other = await context.newPage();
  await page.goto(form);
  await other.goto(form);

  await page.getByLabel("What the licensee pays").fill("200000.00");
  await save(page);
  await page.waitForURL(/\/deals\/deal_[^/]+$/);

  await other.getByLabel("Title").fill("Title corrected");
  await save(other);
  const refused = other.locator("[data-form-message]");
  await expect(refused).toContainText("Changed by you, in another window or program,");
  await expect(refused.getByRole("row").filter({ hasText: "What the licensee pays" })).toContainText(
    "200000.00",
  );
  await expect(refused.getByRole("row").filter({ hasText: "Title" })).toContainText("Title corrected");
  await expectAxeClean(other, "deal form after a change elsewhere");

  await refused.getByRole("button", { name: "Save my changes on top" }).click();
  await other.waitForURL(/\/deals\/deal_[^/]+$/);
  await other.goto(form);
  await expect(other.getByLabel("Title")).toHaveValue("Title corrected");
  await expect(other.getByLabel("What the licensee pays")).toHaveValue(/^200000(\.00)?$/);
});

test("two tabs on one person's terms: the second keeps what it says, or takes what is saved", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await signInAs(page, "Priya Raman");
  const other = await context.newPage();
  await page.goto("/me/terms");
  await other.goto("/me/terms");
  const choose = (tab: Page, preset: string) => tab.getByRole("button", { name: preset }).click();
  const saveTerms = (tab: Page) => tab.getByRole("button", { name: "Save these terms" }).click();

  await choose(page, "Never");
  await saveTerms(page);
  await expect(page.getByRole("link", { name: /receipt/i })).toBeVisible();

  await choose(other, "Paid, anything");
  await saveTerms(other);
  await expect(other.getByText("Changed by you, in another window or program,")).toBeVisible();
  await expectAxeClean(other, "terms after a change elsewhere");
  await other.getByRole("button", { name: "Use the saved terms" }).click();
  await expect(other.getByRole("button", { name: /Never/ })).toHaveAttribute("aria-pressed", "true");
});
