import { expect, type Page } from "@playwright/test";
import { expectAxeClean, expectNoSidewaysScroll } from "./support/axe";
import { test } from "./support/guarded-test";
import { expectFocusSeen, tabTo } from "./support/keyboard";
import { organisation, signInAs } from "./support/people";

/** Claims a name for the person who is signed in and gets a code by this method; answers what to place. */
async function begin(page: Page, platform: string, name: string, method: RegExp): Promise<string> {
  await page.goto("/me/handles");
  await page.getByLabel("Platform", { exact: true }).selectOption(platform);
  await page.getByLabel("Your name there").fill(name);
  await page.getByRole("button", { name: "Claim and continue to the proof" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("radio", { name: method }).check();
  await page.getByRole("button", { name: "Get my code" }).click();
  await expect(page.getByRole("heading", { name: "Copy your code" })).toBeVisible();
  return placed(page);
}

const placed = async (page: Page) => (await page.locator("figure code").first().textContent())?.trim() ?? "";
/** Presses until the name is proved: a name is looked at every five seconds at most, and an earlier press is refused. */
const checkAgain = (page: Page, name: string) =>
  expect(async () => {
    if (await proved(page, name).isVisible()) return;
    await page.getByRole("button", { name: "Check now" }).click({ timeout: 5_000 });
    await expect(proved(page, name)).toBeVisible({ timeout: 5_000 });
  }).toPass();
const proved = (page: Page, name: string) => page.getByText(new RegExp(`${name} on .* is yours\\.`));
const isProved = (page: Page, name: string) => expect(proved(page, name)).toBeVisible();

test("a code in the forum's bio: told what is missing, then proved, and the money moves", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "Leo Marten");
  const text = await begin(page, organisation("harbour").id, "amber-needle-1tv", /profile page/);
  await expectAxeClean(page, "a proof that waits");

  await test.step("nothing is there yet: what we read, what we found, what to do", async () => {
    await page.getByRole("button", { name: "Check now" }).click();
    const look = page
      .locator("#prove")
      .getByText("We read https://harbourforum.example/u/amber-needle-1tv and found no code.");
    await expect(look).toBeVisible();
    await expect(page.locator(":focus")).toContainText("found no code");
    await expect(page.locator("main")).not.toContainText(/JWT|\b(iss|sub|exp|jti)\b/);
  });

  await test.step("the code is still there after a reload", async () => {
    await page.reload();
    expect(await placed(page)).toBe(text);
  });

  await test.step("on the forum, as its member", async () => {
    await page.getByRole("link", { name: "Open your profile" }).click();
    await expect(page).toHaveURL(/\/demo\/harbourforum\.example\?member=amber-needle-1tv/);
    await expect(page.getByText("It is not Remit.")).toBeVisible();
    await expectAxeClean(page, "a forum of the demo world");
    await expectNoSidewaysScroll(page, "a forum of the demo world");
    await page.getByLabel("Bio").fill(`Small boats.\n${text}`);
    await page.getByRole("button", { name: "Save the bio" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.goBack();
  });

  await test.step("found: the amount, and where it went", async () => {
    await checkAgain(page, "amber-needle-1tv");
    await expectAxeClean(page, "a proved name");
  });
});

test("the forum's own confirmation", async ({ page }) => {
  await signInAs(page, "Leo Marten");
  const code = await begin(page, organisation("harbour").id, "quiet-otter-demo", /platform confirms/i);
  await page.getByRole("link", { name: "Open the platform" }).click();
  await expect(page.getByLabel("Your code from Remit")).toHaveValue(code);
  await page.getByLabel("Your code from Remit").fill("0".repeat(24));
  await page.getByRole("button", { name: "Confirm on Remit" }).click();
  await expect(page.getByText(/does not know this code|not a code of Remit/i).first()).toBeVisible();
  await page.getByLabel("Your code from Remit").fill(code);
  await page.getByRole("button", { name: "Confirm on Remit" }).click();
  await expect(page.getByText("Your account is confirmed.")).toBeVisible();
  await page.getByRole("link", { name: "Go back to Remit" }).click();
  await isProved(page, "quiet-otter-demo");
});

for (const { method, label, part, save } of [
  { method: "record", label: /DNS record/, part: "TXT records", save: "Save the records" },
  { method: "file", label: /file on your site/, part: "Content of the file", save: "Save the file" },
  { method: "tag", label: /tag in your home page/, part: "Head of the page", save: "Save the page" },
]) {
  test(`a domain by its ${method}`, async ({ page }) => {
    await signInAs(page, "Leo Marten");
    const domain = `${method}-essays.example`;
    const text = await begin(page, "web", domain, label);
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(page.locator("#prove").getByText(/no TXT record|no file at|no such tag/)).toBeVisible();
    await page.getByRole("link", { name: /Open your (domain|website)/ }).click();
    if (method === "record") await expectAxeClean(page, "a website of the demo world");
    await page.getByLabel(part).fill(text);
    await page.getByRole("button", { name: save }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.goBack();
    await checkAgain(page, domain);
  });
}

test("a name is proved by Tab, Space and Enter alone", async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signInAs(page, "Leo Marten");
  await page.goto("/me/handles");
  await tabTo(page, page.getByLabel("Platform", { exact: true }));
  await page.keyboard.type("Harbour");
  await tabTo(page, page.getByLabel("Your name there"));
  await page.keyboard.type("keyboard-otter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "keyboard-otter" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Get my code" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Copy your code" })).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "Open the platform" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Your code from Remit")).toHaveValue(/^\w{24}$/);
  await tabTo(page, page.getByRole("button", { name: "Confirm on Remit" }));
  await page.keyboard.press("Space");
  await expect(page.getByText("Your account is confirmed.")).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "Go back to Remit" }));
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await isProved(page, "keyboard-otter");
});
