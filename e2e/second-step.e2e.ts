import { expect, type Page } from "@playwright/test";
import { codeOfStep, stepAt } from "@/modules/identity/two-factor/one-time-code";
import { expectAxeCleanEverywhere } from "./support/axe";
import { test } from "./support/guarded-test";
import { mailedLink } from "./support/links";

// A page of theirs is asked for while they wait, and refused; a wrong code is refused too.
test.use({ expectedConsole: [/401/] });

/** What an authenticator app shows: now, or so many steps later. The next one is accepted too, so nobody waits here. */
const appCode = (secret: string, later = 0): string => codeOfStep(secret, stepAt(new Date()) + later);

/** Signs in with the link that is mailed, as far as that goes. */
async function byMail(page: Page, email: string, callbackUrl: string, links: Set<string>): Promise<void> {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await expect(page).toHaveURL(/check-mail/);
  let link = "";
  await expect
    .poll(async () => {
      link = await mailedLink(page, email, /^\/sign-in\/link\?/);
      return links.has(link);
    })
    .toBe(false);
  links.add(link);
  await page.goto(link);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByLabel(/^Account menu for /).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
}

test("two-step sign-in: set up, asked for, and turned off again", async ({ page }) => {
  test.setTimeout(240_000);
  const email = `two-steps-${Date.now()}@mail.example`;
  const links = new Set<string>();

  const { secret, codes } = await test.step("set up in the settings", async () => {
    await byMail(page, email, "/me/settings", links);
    await expect(page).toHaveURL(/\/me\/settings$/);
    await page.getByRole("link", { name: "Set it up" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Two-step sign-in");
    await page.getByRole("button", { name: "Show the secret" }).click();
    const shown = page.locator("figure code");
    await expect(shown).toHaveText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const known = (await shown.textContent()) ?? "";
    await expect(page.getByRole("img", { name: "QR code of the secret" })).toBeVisible();
    const address = await page.getByRole("link", { name: /open it in an app/ }).getAttribute("href");
    expect(address).toContain(`secret=${known.replaceAll(" ", "")}`);
    await expectAxeCleanEverywhere(page, "the secret");
    await page.getByRole("textbox", { name: "Code" }).fill("000000");
    await page.getByRole("button", { name: "Turn it on" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "This code is wrong" })).toBeVisible();
    await page.getByRole("textbox", { name: "Code" }).fill(appCode(known));
    await page.getByRole("button", { name: "Turn it on" }).click();
    await expect(page.getByText("These are your recovery codes")).toBeVisible();
    await expectAxeCleanEverywhere(page, "the recovery codes");
    const list = ((await page.locator("figure code").textContent()) ?? "").split("\n");
    expect(list).toHaveLength(10);
    await page.getByRole("link", { name: "I have stored them" }).click();
    await expect(page.getByText(/^On since/)).toBeVisible();
    return { secret: known, codes: list };
  });

  await test.step("signing in by mail alone opens nothing", async () => {
    await signOut(page);
    await byMail(page, email, "/me/keys", links);
    await expect(page).toHaveURL(/\/sign-in\/code\?callbackUrl=%2Fme%2Fkeys$/);
    await expectAxeCleanEverywhere(page, "/sign-in/code");
    for (const path of ["/me", "/me/settings", "/me/settings/two-step", "/sign-in"]) {
      await page.goto(path);
      await expect(page, path).toHaveURL(/\/sign-in\/code/);
    }
    expect((await page.request.get("/api/v1/me")).status()).toBe(401);
    await page.goto("/sign-in/code?callbackUrl=%2Fme%2Fkeys");
    await page.getByRole("textbox", { name: "Code" }).fill(codes[0]?.slice(0, -1) ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "This code is wrong" })).toBeVisible();
  });

  await test.step("a code of the app opens the page that was wanted", async () => {
    await page.getByRole("textbox", { name: "Code" }).fill(appCode(secret, 1));
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/me\/keys$/);
    expect((await page.request.get("/api/v1/me")).status()).toBe(200);
  });

  await test.step("one can leave instead", async () => {
    await signOut(page);
    await byMail(page, email, "/me", links);
    await expect(page).toHaveURL(/\/sign-in\/code/);
    await page.getByRole("button", { name: "Leave" }).click();
    await expect(page).toHaveURL("/");
    await page.goto("/sign-in/code");
    await expect(page).toHaveURL(/\/sign-in(\?|$)/);
  });

  await test.step("a recovery code signs in once, and turns it off", async () => {
    await byMail(page, email, "/me/settings/two-step", links);
    await page.getByRole("textbox", { name: "Code" }).fill(codes[0] ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("9 recovery codes are left")).toBeVisible();
    await expectAxeCleanEverywhere(page, "/me/settings/two-step, on");
    const renewing = page.locator("#recovery-codes");
    await renewing.getByRole("textbox", { name: "Code" }).fill(codes[1] ?? "");
    await renewing.getByRole("button").click();
    await expect(renewing.getByText("These are your recovery codes")).toBeVisible();
    const [fresh = ""] = ((await renewing.locator("figure code").textContent()) ?? "").split("\n");
    const off = page.locator("#turn-off");
    await off.getByRole("textbox", { name: "Code" }).fill(codes[2] ?? "");
    await off.getByRole("button").click();
    await expect(off.getByRole("alert").filter({ hasText: "This code is wrong" })).toBeVisible();
    await off.getByRole("textbox", { name: "Code" }).fill(fresh);
    await off.getByRole("button").click();
    await expect(page.getByRole("button", { name: "Show the secret" })).toBeVisible();
  });

  await test.step("each of these brought a notice", async () => {
    for (const title of ["is on", "is off", "new recovery codes", "one of your recovery codes"])
      await expect
        .poll(async () => (await (await page.request.get("/me/inbox")).text()).includes(title), {
          message: title,
        })
        .toBe(true);
  });
});
