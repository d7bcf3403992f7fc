import { expect, test } from "@playwright/test";
import { expectAxeClean } from "./support/axe";
import { organisation, signInAs } from "./support/people";

test("what a client says of itself is not believed, at addresses that pass by Next's proxy too", async ({
  request,
}) => {
  const said = { "x-request-id": "mine", origin: "https://elsewhere.example" };
  for (const [method, path] of [
    ["OPTIONS", "/api/uploads"],
    ["POST", "/api/v1/deals/deal_none/manifests"],
    ["GET", "/api/v1/health"],
  ] as const) {
    const headers = (await request.fetch(path, { method, headers: said })).headers();
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    if (path !== "/api/v1/health") expect(headers["access-control-allow-origin"]).toBeUndefined();
  }
  const left = async (from: string) => {
    const headers = { "x-forwarded-for": from, "x-remit-client": from };
    return Number((await request.get("/api/v1/register", { headers })).headers()["ratelimit-remaining"]);
  };
  const first = await left("198.51.100.1");
  expect(await left("198.51.100.2")).toBeLessThan(first);
});

test("an upload is written at its own address only", async ({ request }) => {
  const authorization = `Bearer ${organisation("harbour").apiKey}`;
  const deal = await request.post("/api/v1/deals", {
    headers: { authorization },
    data: {
      title: `The edges, ${Date.now().toString(36)}`,
      licenseeName: "Farshore Models",
      gross: "2500.00",
      noticeDays: 7,
    },
  });
  const { id: dealId } = (await deal.json()) as { id: string };
  const tus = { "tus-resumable": "1.0.0", authorization };
  const open = async () => {
    const metadata = `dealId ${Buffer.from(dealId).toString("base64")}`;
    const headers = { ...tus, "upload-length": "10", "upload-metadata": metadata };
    return (await request.post("/api/uploads", { headers })).headers().location ?? "";
  };
  const [mine, other] = [await open(), await open()];
  const write = (path: string) =>
    request.patch(path, {
      headers: { ...tus, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
      data: Buffer.from("0123456789"),
    });
  expect((await write(`${mine}?x=${other.replace("/api/uploads", "")}`)).status()).toBe(422);
  expect((await write(mine)).status()).toBe(204);
  const offset = async (path: string) =>
    (await request.head(path, { headers: tus })).headers()["upload-offset"];
  expect([await offset(mine), await offset(other)]).toEqual(["10", "0"]);
});

test("a filter that is none is left out, and the page says which; an address that names nothing is not there", async ({
  page,
}) => {
  await page.goto("/register?use=telepathy&q=forum");
  await expect(page).toHaveURL(/\/register\?q=forum&/);
  await expect(
    page.getByRole("status").filter({ hasText: "A filter was not understood: Use" }),
  ).toBeVisible();
  await expect(page.locator("input[name=q]")).toHaveValue("forum");

  await signInAs(page, "Ruth Alvarez");
  const answer = await page.goto("/operator/deals?state=imaginary");
  expect(answer?.status()).toBe(200);
  await expect(page.getByText("A filter was not understood: State")).toBeVisible();
  await expect(page.getByRole("heading", { name: "All deals" })).toBeVisible();
  await expectAxeClean(page, "a page without the filter that was not understood");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByText("A filter was not understood", { exact: false })).toHaveCount(0);

  expect((await page.goto("/operator/deals/deal_nowhere?q=x"))?.status()).toBe(404);
});
