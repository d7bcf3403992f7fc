import { expect } from "@playwright/test";
import { confirmPayment, seal } from "./support/acts";
import { expectAxeClean } from "./support/axe";
import { test } from "./support/guarded-test";
import { manifestCsv } from "./support/manifest";
import { organisation, signInAs } from "./support/people";

/** The main job in a browser: a platform's deal, from a draft to shares that every contributor can see. */
test("a platform reports a deal, uploads its manifest, clears it, previews the split and seals it; the operator confirms the payment", async ({
  page,
}) => {
  test.setTimeout(300_000);
  const harbour = organisation("harbour");
  const title = `Workshop boards for evaluation, ${Date.now().toString(36)}`;
  await signInAs(page, "Elin Berg");
  await page.goto(`/o/${harbour.id}`);
  await expectAxeClean(page, "platform home");

  await test.step("report the deal", async () => {
    await page.goto(`/o/${harbour.id}/deals/new`);
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Licensee", { exact: true }).selectOption({ label: "Northwind Models" });
    await page.getByLabel("What the licensee pays").fill("48000.00");
    await page.getByRole("checkbox", { name: "Evaluation" }).check();
    await page.getByLabel("Days to object or join").fill("0");
    await expectAxeClean(page, "deal form");
    await page.getByRole("button", { name: /save/i }).click();
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await act("Report the deal", "Report the deal");
    await expect(page.getByText("Waiting for Northwind Models to accept")).toBeVisible();
    await expect(page.getByRole("button", { name: "Give notice to contributors" })).toHaveCount(0);
  });
  const dealUrl = page.url();
  const labUrl = dealUrl.replace(harbour.id, organisation("northwind").id);

  await test.step("its licensee sees who sells, declines with a reason, thinks again and accepts", async () => {
    await signInAs(page, "Samir Haddad");
    await page.goto(`/o/${organisation("northwind").id}/deals`);
    await expect(page.getByRole("row").filter({ hasText: title })).toContainText("from Harbour Forum");
    await page.goto(labUrl);
    await expect(page.getByText("Do you accept this deal?")).toBeVisible();
    await expectAxeClean(page, "deal as its licensee is asked");
    await page.getByRole("button", { name: "Decline" }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("The price is for another board.");
    await page.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
    await expect(page.getByText("You declined this deal")).toBeVisible();
    await act("Accept the deal", "Accept the deal");
    await expect(page.getByText("Next, the platform gives notice to contributors.")).toBeVisible();
  });

  await test.step("then the platform gives notice to contributors", async () => {
    await signInAs(page, "Elin Berg");
    await page.goto(dealUrl);
    await act("Give notice to contributors", "Give notice");
    await expect(page.getByText("The notice is over. You can seal the deal.")).toBeVisible();
  });

  await test.step("upload the manifest and look at what was rejected", async () => {
    await page
      .getByRole("link", { name: /upload/i })
      .first()
      .click();
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "workshop.csv", mimeType: "text/csv", buffer: manifestCsv(400) });
    await expect(page.getByRole("heading", { name: "What is in the file" })).toBeVisible();
    await expectAxeClean(page, "column mapping");
    await page.getByRole("button", { name: "Import and check" }).click();
    await expect(page.getByRole("heading", { name: "workshop.csv" })).toBeVisible();
    await expect(page.getByText("Ready", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("javascript:alert(1)")).toBeVisible();
    await expectAxeClean(page, "manifest");
  });

  await test.step("clear, preview, compare, seal", async () => {
    await page.goto(dealUrl);
    await page.getByRole("button", { name: "Clear now" }).click();
    await page.waitForURL(/clearances/);
    await expect(page.getByRole("heading", { name: "Certificate" })).toBeVisible({ timeout: 60_000 });
    await expectAxeClean(page, "clearance");
    await page.goto(dealUrl);
    await page.getByRole("button", { name: "Preview the split" }).click();
    await page.waitForURL(/allocations/);
    await expect(page.getByRole("button", { name: /seal/i })).toBeVisible({ timeout: 60_000 });
    await expectAxeClean(page, "allocation");
    await seal(page);
    await page.goto(dealUrl);
    await expect(page.getByText(/Sealed\. Waiting for Northwind Models to pay/)).toBeVisible();
    await expectAxeClean(page, "sealed deal");
  });

  await test.step("the licensee reads what it owes, and keeps a sealed deal that the platform asks to cancel", async () => {
    await page.getByRole("button", { name: "Request cancellation" }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("We sealed the wrong one.");
    await page.getByRole("dialog").getByRole("button", { name: "Request cancellation" }).click();
    await expect(page.getByText("Cancellation requested").first()).toBeVisible();
    await signInAs(page, "Samir Haddad");
    await page.goto(labUrl);
    await expect(page.getByText("We sealed the wrong one.").first()).toBeVisible();
    await act("Refuse", "Refuse");
    await expect(page.getByText(/Sealed: you owe/)).toBeVisible();
  });

  await test.step("the operator confirms the payment, and the shares go on the books", async () => {
    await confirmPayment(page, title);
    await expectAxeClean(page, "operator deals");
    await signInAs(page, "Elin Berg");
    await expect(async () => {
      await page.goto(dealUrl);
      await expect(page.getByText("Every share is posted")).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 60_000 });
  });

  await test.step("a contributor sees the line, explained", async () => {
    await signInAs(page, "Mara Lindqvist");
    await page.goto("/me");
    await expectAxeClean(page, "creator home");
    await page.getByRole("row").filter({ hasText: title }).getByRole("link").last().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(/tokens/i).first()).toBeVisible();
    await expectAxeClean(page, "explained payment");
  });

  async function act(trigger: string, submit: string): Promise<void> {
    await page.getByRole("button", { name: trigger, exact: true }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: submit, exact: true }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
  }
});
