import { type APIRequestContext, expect } from "@playwright/test";
import { expectAxeClean } from "./support/axe";
import { test } from "./support/guarded-test";
import { linkOn } from "./support/links";
import { organisation, signInAs } from "./support/people";

test("the focus goes along with co-authors that come and go; who writes alone accepts nothing", async ({
  page,
}) => {
  await signInAs(page, "Priya Raman");
  await page.goto("/me/works/new");
  await expect(page.getByText("You accept by registering the work.")).toHaveCount(0);
  await page.getByRole("button", { name: "Add a co-author" }).click();
  await expect(page.getByLabel("Co-author", { exact: true })).toBeFocused();
  await expect(page.getByText("You accept by registering the work.")).toBeVisible();
  await page.getByRole("button", { name: "Remove co-author 1" }).click();
  await expect(page.getByRole("button", { name: "Add a co-author" })).toBeFocused();
});

test("a report that something stands in the way of leads to the form", async ({ page, request }) => {
  const harbour = organisation("harbour");
  const made = await request.post("/api/v1/deals", {
    headers: { authorization: `Bearer ${harbour.apiKey}`, "idempotency-key": `report-${Date.now()}` },
    data: {
      title: "A reserve without a day",
      licenseeName: "Farshore Models",
      gross: "1000.00",
      uses: ["pretraining"],
      reserveBps: 500,
    },
  });
  const { id } = (await made.json()) as { id: string };
  await signInAs(page, "Elin Berg");
  await page.goto(`/o/${harbour.id}/deals/${id}`);
  await page.getByRole("button", { name: "Report the deal" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Report the deal" }).click();
  await expect(dialog.getByRole("alert")).not.toContainText("reserveReleaseOn");
  await dialog.getByRole("link", { name: "Edit the draft" }).click();
  await expect(page).toHaveURL(/\/edit$/);
});

test("several faults are summed up above the fields, and each leads to its field", async ({ page }) => {
  await signInAs(page, "Elin Berg");
  await page.goto("/me/organisations/new");
  const name = page.getByRole("textbox", { name: "Name" });
  const host = page.getByRole("textbox", { name: /^Host/ });
  await page.getByRole("radio", { name: /^Platform/ }).check();
  await name.fill("Blue \u202eHarbour");
  await host.fill("no host at all");
  await page.getByRole("button", { name: /^Sign up/ }).click();
  const summary = page.getByRole("alert").filter({ has: page.getByRole("list") });
  await expect(summary).toBeFocused();
  expect((await summary.boundingBox())?.y).toBeLessThan((await name.boundingBox())?.y ?? 0);
  await expect(summary.getByRole("listitem")).toHaveCount(2);
  await expectAxeClean(page, "a form with several faults");
  await summary.getByRole("link", { name: /public host/ }).click();
  await expect(host).toBeFocused();
  await expect(host).toHaveValue("no host at all");
});

test("the register by amount: a currency at a time, the largest first, page after page", async ({
  page,
  request,
}) => {
  type Deal = { id: string; gross: { currency: string; minor: string } };
  const all = await pagesOf(request, "limit=100");
  const sorted = await pagesOf(request, "limit=4&sort=gross");
  const place = ({ gross }: Deal) =>
    `${gross.currency} ${String(10n ** 18n - BigInt(gross.minor)).padStart(20, "0")}`;
  expect(sorted.length).toBe(all.length);
  expect(new Set(sorted.map(({ id }) => id)).size).toBe(all.length);
  expect(sorted.map(place)).toEqual(sorted.map(place).toSorted());
  await page.goto("/register");
  await page.getByLabel("Order").selectOption({ label: "Largest amount first, by currency" });
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/sort=gross/);
  await expect(page.getByRole("row").nth(1)).toContainText(sorted[0]?.gross.currency ?? "");

  async function pagesOf(from: APIRequestContext, query: string): Promise<readonly Deal[]> {
    const deals: Deal[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const answer = await from.get(
        `/api/v1/register?${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      expect(answer.ok(), await answer.text()).toBe(true);
      const body = (await answer.json()) as { items: Deal[]; nextCursor: string | null };
      deals.push(...body.items);
      cursor = body.nextCursor;
    }
    return deals;
  }
});

test("a look-up asks nobody to sign in who has, and a payment on paper ends its sentences", async ({
  page,
}) => {
  await page.goto("/look-up?work=9780306406157");
  await expect(page.locator("main")).toContainText(/Sign in/);
  await signInAs(page, "Mara Lindqvist");
  await page.goto("/look-up?work=9780306406157");
  await expect(page.getByRole("link", { name: "your works" })).toHaveAttribute("href", "/me/works");
  await page.goto(await linkOn(page, "/me", /^\/me\/payments\/alc_/));
  await page.emulateMedia({ media: "print" });
  // biome-ignore lint/performance/useDomNodeTextContent: what paper leaves out must be left out here
  expect(await page.locator("main").innerText()).not.toMatch(/\.\s*\.(\s|$)/);
});
