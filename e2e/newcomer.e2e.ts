import { type APIRequestContext, expect } from "@playwright/test";
import { expectAxeClean, expectNoSidewaysScroll } from "./support/axe";
import { test } from "./support/guarded-test";
import { organisation } from "./support/people";

test.use({ viewport: { width: 390, height: 844 } });

/** Somebody who has never heard of Remit, on a phone: sees what it is, finds money under their name, begins to claim it. */
test("a newcomer looks their name up, sees what is held, and reaches the start of claiming it", async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const heldName = await aHeldName(request);

  await test.step("the home page says what it is, and asks for a name", async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("get paid");
    await expect(page.getByRole("link", { name: "Contact" })).toHaveAttribute(
      "href",
      "mailto:help@remit.example",
    );
    await expectAxeClean(page, "home on a phone");
    await expectNoSidewaysScroll(page, "home on a phone");
    await page.getByLabel("Platform").selectOption({ label: "Harbour Forum (harbourforum.example)" });
    await page.getByLabel("Your name there").fill("@Quiet-Harbour");
    await page.getByRole("button", { name: "Look up this name" }).click();
  });

  await test.step("a name in no deal: nothing held, in the same form", async () => {
    await expect(page).toHaveURL(/\/look-up\?platform=harbourforum\.example&handle=/);
    await expect(page.getByRole("heading", { name: "No money is held for quiet-harbour" })).toBeVisible();
    await expect(page.getByLabel("Your name there")).toHaveValue("@Quiet-Harbour");
  });

  const held = await test.step("a name with money: the amount, before any sign-up", async () => {
    await page.getByLabel("Your name there").fill(heldName);
    await page.getByRole("button", { name: "Look up this name" }).click();
    await expect(page.getByRole("heading", { name: `Held for ${heldName}` })).toBeVisible();
    await expectAxeClean(page, "the answer");
    await expectNoSidewaysScroll(page, "the answer");
    const answer = page.getByRole("region", { name: "The answer" });
    await expect(answer).toContainText(/10*\.00\s*USD or more|Less than 1\.00\s*USD/);
    await expect(answer).toContainText("The exact amount is shown once you are signed in.");
    return answer;
  });

  await test.step("on to the sign-in, which knows the name", async () => {
    await held.getByRole("link", { name: "Sign in and claim this name" }).click();
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
    await expect(page.getByText("One step from your money")).toBeVisible();
    await expect(page.getByText(heldName)).toBeVisible();
  });

  await test.step("signed in, they are where claiming begins", async () => {
    await page.getByRole("button", { name: /Hana/ }).click();
    await expect(page).toHaveURL(/\/me\/welcome\?/);
    await expect(page.locator(`input[value="${heldName}"]`).first()).toBeVisible();
  });
});

/** A name of the demo world's forum that has unclaimed money: from the books, as its operator reads them. */
async function aHeldName(request: APIRequestContext): Promise<string> {
  const headers = { authorization: `Bearer ${organisation("commons").apiKey}` };
  const read = async (path: string) => (await request.get(`/api/v1${path}`, { headers })).json();
  const { items } = await read("/books/entries?limit=100");
  const mark = `handle:${organisation("harbour").id}:`;
  for (const { id } of (items as { id: string; cause: string }[]).filter(
    (one) => one.cause === "allocation",
  )) {
    const lines = (await read(`/books/entries/${id}?limit=100`)).items as { holder: string }[];
    for (const { holder } of lines.filter((line) => line.holder.startsWith(mark)).slice(0, 5)) {
      const name = holder.slice(mark.length);
      const { seats } = await read(
        `/look-up?platform=harbourforum.example&handle=${encodeURIComponent(name)}`,
      );
      if (seats[0]?.held.length > 0) return name;
    }
  }
  throw new Error("nothing is unclaimed in the demo world");
}

test("a look-up works without any script, and tells nobody whose a claimed name is", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/look-up");
  await page.getByLabel("Platform").selectOption({ label: "Harbour Forum (harbourforum.example)" });
  await page.getByLabel("Your name there").fill("tidewriter");
  await page.getByRole("button", { name: "Look up this name" }).click();
  await expect(page.getByRole("heading", { name: /tidewriter/ })).toBeVisible();
  await page.goto("/register");
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Where the money goes" })).toBeVisible();
  await context.close();
});
