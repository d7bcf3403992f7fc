import { expect } from "@playwright/test";
import { expectAxeCleanEverywhere } from "./support/axe";
import { test } from "./support/guarded-test";
import { organisation, signInAs } from "./support/people";

/** A key from the form to its end: made for a time, used, about to expire, revoked. */
test("a platform makes keys that expire, or do not, uses one and revokes it", async ({ page, request }) => {
  const harbour = organisation("harbour");
  const stamp = Date.now().toString(36);
  await signInAs(page, "Elin Berg");
  await page.goto(`/o/${harbour.id}/keys`);
  const expiry = page.getByLabel("Expiry", { exact: true });
  const row = (name: string) => page.getByRole("row").filter({ hasText: `${name} ${stamp}` });
  const make = async (name: string, choice?: string) => {
    await page.getByLabel("Name", { exact: true }).fill(`${name} ${stamp}`);
    if (choice !== undefined) await expiry.selectOption({ label: choice });
    await page.getByRole("button", { name: "Create the key" }).click();
    await expect(page.getByText(`“${name} ${stamp}” is ready`)).toBeVisible();
    return (await page.getByText(/^rmt_live_[\w-]{43}$/).textContent()) ?? "";
  };
  const ask = async (secret: string) =>
    (await request.get("/api/v1/me", { headers: { authorization: `Bearer ${secret}` } })).status();

  const secret = await test.step("ninety days when nothing is chosen", async () => {
    await expect(expiry).toHaveValue("90");
    await expect(expiry.getByRole("option")).toHaveText(["30 days", "90 days", "365 days", "No expiry"]);
    const made = await make("nightly");
    await expect(row("nightly")).toContainText(`Expires on ${day(90)}`);
    expect(await ask(made)).toBe(200);
    return made;
  });

  await test.step("another time, or none", async () => {
    await make("yearly", "365 days");
    await expect(row("yearly")).toContainText(`Expires on ${day(365)}`);
    await expect(expiry).toHaveValue("90");
    await make("forever", "No expiry");
    await expect(row("forever")).toContainText("No expiry");
  });

  await test.step("a key makes no keys; a person makes one for a few days, and the list warns of its end", async () => {
    const data = { name: `brief ${stamp}`, preset: "read_only", expiresInDays: 4 };
    const byKey = await request.post("/api/v1/api-keys", {
      headers: { authorization: `Bearer ${harbour.apiKey}` },
      data,
    });
    expect(byKey.status()).toBe(403);
    const answer = await page.request.post("/api/v1/api-keys", {
      headers: { origin: new URL(page.url()).origin },
      data: { ...data, organisationId: harbour.id },
    });
    expect(answer.status()).toBe(201);
    await page.reload();
    await expect(row("brief")).toContainText("Expires in 3 days");
    await expectAxeCleanEverywhere(page, "the keys of an organisation");
  });

  await test.step("revoked, it opens nothing", async () => {
    await row("nightly")
      .getByRole("button", { name: /Revoke/ })
      .click();
    await page.getByRole("button", { name: "Revoke the key" }).click();
    await expect(row("nightly")).toContainText("Revoked");
    await expect(row("nightly")).not.toContainText("Expires");
    expect(await ask(secret)).toBe(401);
  });
});

/** The day so many days from now, as the page writes it. */
function day(days: number): string {
  const format = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-GB", format).format(Date.now() + days * 86_400_000);
}
