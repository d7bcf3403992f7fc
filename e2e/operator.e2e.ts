import { expect } from "@playwright/test";
import { expectAxeClean } from "./support/axe";
import { test } from "./support/guarded-test";
import { signInAs } from "./support/people";

/** The operator's day: what waits, a payment confirmed and followed into the books and the audit, a job, a dispute. */
test("the operator confirms a payment, sees it in the books and the audit, reads why a job failed, settles a dispute and decides about a seat", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const deal = "Answers with sources, workshop topics";
  const reference = `SEPA test ${Date.now().toString(36)}`;
  await signInAs(page, "Ruth Alvarez");
  const queue = page.getByRole("list", { name: "Tasks for the operator" });

  await test.step("from the queue to the payment", async () => {
    await page.goto("/operator");
    await expectAxeClean(page, "operator's home");
    await queue
      .getByRole("listitem")
      .filter({ hasText: deal })
      .getByRole("link", { name: "Confirm the payment" })
      .click();
    await expect(page.getByRole("heading", { name: deal })).toBeVisible();
    await expectAxeClean(page, "deal as the operator sees it");
  });

  await test.step("confirm it, by keyboard alone", async () => {
    await page.getByRole("button", { name: "Confirm payment" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/reference/i).focus();
    await page.keyboard.type(reference);
    await page.keyboard.press("Tab");
    await page.keyboard.type("63999.99");
    await dialog.getByLabel(/value date/i).fill(new Date().toISOString().slice(0, 10));
    await page.keyboard.press("Enter");
    await expect(dialog.getByText(/0\.01 EUR too little/).first()).toBeVisible();
    await dialog.getByLabel(/amount received/i).fill("64,000.00");
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
  });

  await test.step("the posting is in the books", async () => {
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("cell", { name: /Shares posted/ })).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    await page
      .getByRole("row")
      .filter({ hasText: "Shares posted" })
      .getByRole("link", { name: /^Entry/ })
      .click();
    await expect(page.getByRole("heading", { name: /^Entry \d+$/ })).toBeVisible();
    await expectAxeClean(page, "entry");
    await page.getByRole("link", { name: "Payable" }).first().click();
    await expect(page.getByRole("columnheader", { name: "Balance after" })).toBeVisible();
    await expectAxeClean(page, "ledger account");
    await page.goto("/operator/books");
    await expect(page.getByText("Out of balance")).toHaveCount(0);
  });

  await test.step("the next page of the journal has other entries", async () => {
    const entries = page.getByRole("table", { name: "Journal" }).getByRole("link", { name: /^Entry \d+$/ });
    const pages = page.getByRole("navigation", { name: "Pages of this list" });
    const newest = await entries.allTextContents();
    await pages.getByRole("link", { name: "Next page" }).click();
    await expect(pages.getByRole("link", { name: "First page" })).toBeVisible();
    const older = await entries.allTextContents();
    expect(older.length).toBeGreaterThan(0);
    expect(older.filter((no) => newest.includes(no))).toEqual([]);
  });

  await test.step("and so is who did it, in the audit", async () => {
    await page.goto("/operator/audit?command=deals.confirm_funding");
    const newest = page.getByRole("row").nth(1);
    await expect(newest).toContainText("Ruth Alvarez");
    await expect(newest).toContainText("deals.confirm_funding");
    await expectAxeClean(page, "audit");
    const file = await page.request.get("/operator/audit/export?command=deals.confirm_funding");
    expect(file.headers()["content-type"]).toContain("text/csv");
    expect(await file.text()).toContain("deals.confirm_funding");
  });

  await test.step("a failed job says why it failed, and is not offered again where its file is at fault", async () => {
    await page.goto("/operator/jobs?state=failed&kind=manifest.check");
    await page
      .getByRole("link", { name: /manifest check/i })
      .first()
      .click();
    // The list says why it failed, too: the page is there when it has its address and a title of its own.
    await expect(page).toHaveURL(/\/operator\/jobs\/job_/);
    await expect(page).toHaveTitle(/^Manifest check/);
    await expect(page.getByText("The gzip file is damaged or cut short.", { exact: false })).toBeVisible();
    await expectAxeClean(page, "failed job");
    // The file is at fault: the same check would end in the same way.
    await expect(page.getByRole("button", { name: "Start again" })).toHaveCount(0);
  });

  await test.step("weigh two proofs and settle the dispute", async () => {
    await page.goto("/operator/disputes");
    await expectAxeClean(page, "disputes");
    await page.getByRole("radio", { name: "Leo Marten" }).check();
    await page
      .getByLabel("Reason", { exact: true })
      .fill("The platform confirmed in writing that its second word was given by mistake.");
    await page.getByRole("button", { name: "Settle the dispute" }).click();
    await expect(page.getByText("No open disputes")).toBeVisible();
    await page.goto("/operator");
    await expect(queue.getByText("brass-lantern")).toHaveCount(0);
  });

  await test.step("decide who gets what is held for a seat that was declined", async () => {
    await queue
      .getByRole("listitem")
      .filter({ hasText: "Night trains" })
      .getByRole("link", { name: "Decide who gets it" })
      .click();
    const row = page.getByRole("row").filter({ hasText: "Victor Osei" });
    await expect(row).toContainText("Declined on");
    await expectAxeClean(page, "given-up seats");
    await row.getByRole("button", { name: "Decide" }).click();
    const dialog = page.getByRole("dialog");
    await expectAxeClean(page, "the decision about a seat");
    await dialog.getByRole("radio", { name: "Another person" }).check();
    await dialog.getByLabel("Reason", { exact: true }).fill("He wants none of it, and the others agree.");
    await dialog.getByRole("button", { name: "Make it payable" }).click();
    await expect(dialog.getByLabel("Id of the person")).toHaveAttribute("aria-invalid", "true");
    await dialog.getByRole("radio", { name: /^The other authors/ }).check();
    await dialog.getByRole("button", { name: "Make it payable" }).click();
    await expect(page.getByText("No unclaimed co-author shares")).toBeVisible();
    await expectAxeClean(page, "no given-up seats");
    await page.goto("/operator/books");
    await expect(page.getByRole("row").filter({ hasText: "Co-author’s seat decided" })).toContainText(
      "He wants none of it",
    );
  });
});
