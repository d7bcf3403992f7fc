import { expect } from "@playwright/test";
import { attester } from "./support/acts";
import { expectAxeClean } from "./support/axe";
import { test } from "./support/guarded-test";
import { organisation, sendAs, signInAs } from "./support/people";

/** A creator's first visit: the handle proved, money that was held is theirs, terms said, an answer given to a deal. */
test("a creator proves a handle, gets what was held for it, sets terms and objects to a deal", async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const harbour = organisation("harbour");
  await signInAs(page, "Jonas Okafor");

  await test.step("the home offers the three first steps", async () => {
    await page.goto("/me");
    await page.getByRole("link", { name: "Set up", exact: true }).click();
    await expect(page.getByText("None of three steps done")).toBeVisible();
    await expectAxeClean(page, "first steps");
  });

  const code = await test.step("claim the handle and choose the platform's word as proof", async () => {
    await page
      .getByLabel("Platform", { exact: true })
      .selectOption({ label: "Harbour Forum (harbourforum.example)" });
    await page.getByLabel("Your name there").fill("early-ferry");
    await page.getByRole("button", { name: "Claim and continue to the proof" }).click();
    await expect(page.getByRole("heading", { name: "early-ferry" })).toBeVisible();
    await expect(page.getByText("is held for you.")).toBeVisible();
    await expect(page.getByRole("radio", { name: /platform/i })).toBeChecked();
    await page.getByRole("button", { name: "Get my code" }).click();
    await expect(page.getByText("Valid until")).toBeVisible();
    await expectAxeClean(page, "proof");
    return (await page.locator("pre, code").first().textContent())?.trim() ?? "";
  });

  await test.step("the platform confirms it", async () => {
    const { attestationKey, attest } = await attester(harbour.id);
    const headers = { authorization: `Bearer ${harbour.apiKey}` };
    const path = `/organisations/${harbour.id}`;
    const { attestationKey: demoKey } = await (await request.get(`/api/v1${path}`, { headers })).json();
    const deposit = (key: unknown) =>
      sendAs(page, "Elin Berg", { method: "PATCH", path, data: { attestationKey: key } });
    await deposit(attestationKey);
    await page.getByText("The platform gave me a text to paste").click();
    await page.getByLabel("Confirmation from the platform").fill(await attest("early-ferry", code));
    await page.getByRole("button", { name: "Check the confirmation" }).click();
    await expect(page.getByText("early-ferry on Harbour Forum is yours.")).toBeVisible();
    await deposit(demoKey); // The forum of the demo world signs with this one.
  });

  await test.step("what was held for the handle is now theirs", async () => {
    await expect(async () => {
      await page.goto("/me");
      const yours = page.locator("div").filter({ has: page.getByText("Available", { exact: true }) });
      await expect(yours.filter({ hasText: /Available[1-9]\d*\.\d\dUSD/ }).last()).toBeVisible({
        timeout: 2000,
      });
    }).toPass({ timeout: 30_000 });
    await expect(
      page.getByRole("link", { name: "Harbour Forum archive, 2020 to 2025" }).first(),
    ).toBeVisible();
    await page.goto("/me/statement");
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await expectAxeClean(page, "statement");
    await page.getByLabel("Kind").selectOption({ label: "Correction" });
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByText("No entries found")).toBeVisible();
    await page.goto("/me/earnings");
    await expect(page.getByRole("table", { name: "Month by month" })).toContainText(/[1-9]\d*\.\d\d/);
    await expectAxeClean(page, "earnings");
  });

  await test.step("say the terms, see them in words, keep them", async () => {
    await page.goto("/me/terms");
    await expectAxeClean(page, "terms");
    await page.getByRole("button", { name: /open weights free/i }).click();
    await expect(page.getByRole("heading", { name: "In plain words" })).toBeVisible();
    await page.getByRole("button", { name: /^save/i }).click();
    await expect(page.getByText(/saved|in force/i).first()).toBeVisible();
    await page.goto("/me/terms/history");
    await expectAxeClean(page, "history of terms");
  });

  await test.step("choose how to get notices: the set-up is complete, and the page says so", async () => {
    await page.goto("/me/welcome");
    await expect(page.getByText("Two of three steps done")).toBeVisible();
    await page.getByRole("radio", { name: "Once a day" }).check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("You are set up")).toBeVisible();
    await page.getByRole("link", { name: "Go to your home" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Welcome");
    await expect(page.getByRole("link", { name: "Set up", exact: true })).toHaveCount(0);
  });

  await test.step("object to a deal while its notice runs, and take it back", async () => {
    await page.goto("/me/deals");
    await expectAxeClean(page, "deals that touch me");
    await page.getByRole("link", { name: "Harbour Forum, new posts of 2026" }).first().click();
    await expect(page.getByRole("heading", { name: "Harbour Forum, new posts of 2026" })).toBeVisible();
    await expectAxeClean(page, "deal as a contributor sees it");
    await page.getByRole("button", { name: "Object: leave me out" }).click();
    await expect(page.getByText("Your objection is recorded.")).toBeVisible();
    await page.getByRole("button", { name: "Withdraw my answer" }).click();
    await expect(page.getByText("Your answer is withdrawn. Your terms decide.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Object: leave me out" })).toBeVisible();
  });
});

test("the first steps are offered and never in the way", async ({ page }) => {
  await signInAs(page, "Samir Haddad");
  await page.goto("/me/welcome?step=terms");
  await expect(page.getByRole("radio", { name: "Never" })).not.toBeChecked();
  await page.getByRole("button", { name: "Save these terms" }).click();
  await expect(page.getByText("Choose one of the four answers").first()).toBeVisible();
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page).toHaveURL(/\/me$/);
  await expect(page.getByRole("link", { name: "Claim a handle" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Set up", exact: true })).toHaveCount(0);
});
