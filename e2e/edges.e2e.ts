import { type APIRequestContext, expect, test } from "@playwright/test";
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
  const { open, write, tus } = await uploads(request);
  const [mine, other] = [await open(10), await open(10)];
  const digits = Buffer.from("0123456789");
  expect((await write(`${mine}?x=${other.replace("/api/uploads", "")}`, 0, digits)).status()).toBe(422);
  expect((await write(mine, 0, digits)).status()).toBe(204);
  const offset = async (path: string) =>
    (await request.head(path, { headers: tus })).headers()["upload-offset"];
  expect([await offset(mine), await offset(other)]).toEqual(["10", "0"]);
});

test("a program sends a file in two pieces, tries it, and makes a manifest of it", async ({ request }) => {
  const { open, write, authorization } = await uploads(request);
  const file = Buffer.from(
    'contributor,id,created_at,tokens\nopen-sky,a1,1300000000,5\n"river, mouth",a2,1300000000,6\n',
  );
  const upload = await open(file.length);
  const address = `/api/v1${upload.replace("/api", "")}/manifest`;
  const make = (dryRun: boolean) =>
    request.post(address, {
      headers: { authorization },
      data: { mapping: { columns: { tokens: "tokens" } }, dryRun },
    });

  expect((await write(upload, 0, file.subarray(0, 20))).status()).toBe(204);
  const early = await make(true);
  expect(early.status()).toBe(409);
  expect(await early.json()).toMatchObject({ code: "MANIFEST_STATE" });
  expect((await write(upload, 20, file.subarray(20))).status()).toBe(204);

  const manifest = async (dryRun: boolean) => {
    const made = await make(dryRun);
    expect(made.status(), await made.text()).toBe(202);
    const { id } = (await made.json()) as { id: string };
    const read = async () =>
      (await request.get(`/api/v1/manifests/${id}`, { headers: { authorization } })).json();
    await expect.poll(async () => (await read()).state, { timeout: 60_000 }).toBe("ready");
    return read();
  };
  expect(await manifest(true)).toMatchObject({ dryRun: true, received: "2", accepted: "2" });
  expect(await manifest(false)).toMatchObject({ dryRun: false, accepted: "2", tokens: "11" });
});

test("a filter that is none is left out, and the page says which; an address that names nothing is not there", async ({
  page,
}) => {
  await page.goto("/register?use=telepathy&q=forum");
  await expect(page).toHaveURL(/\/register\?q=forum&/);
  await expect(page.getByRole("status").filter({ hasText: "A filter was ignored: Use" })).toBeVisible();
  await expect(page.locator("input[name=q]")).toHaveValue("forum");

  await signInAs(page, "Ruth Alvarez");
  const answer = await page.goto("/operator/deals?state=imaginary");
  expect(answer?.status()).toBe(200);
  await expect(page.getByText("A filter was ignored: State")).toBeVisible();
  await expect(page.getByRole("heading", { name: "All deals" })).toBeVisible();
  await expectAxeClean(page, "a page without the filter that was not understood");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByText("A filter was ignored", { exact: false })).toHaveCount(0);

  expect((await page.goto("/operator/deals/deal_nowhere?q=x"))?.status()).toBe(404);
});

/** A draft of Harbour Forum, and how a program sends files for it in pieces. */
async function uploads(request: APIRequestContext) {
  const authorization = `Bearer ${organisation("harbour").apiKey}`;
  const deal = await request.post("/api/v1/deals", {
    headers: { authorization },
    data: {
      title: `The edges, ${Date.now().toString(36)}`,
      licenseeName: "Farshore Models",
      gross: "2500.00",
      uses: ["pretraining"],
      noticeDays: 7,
    },
  });
  const { id: dealId } = (await deal.json()) as { id: string };
  const tus = { "tus-resumable": "1.0.0", authorization };
  const metadata = `dealId ${Buffer.from(dealId).toString("base64")}`;
  return {
    authorization,
    tus,
    open: async (length: number) => {
      const headers = { ...tus, "upload-length": String(length), "upload-metadata": metadata };
      return (await request.post("/api/uploads", { headers })).headers().location ?? "";
    },
    write: (path: string, offset: number, data: Buffer) =>
      request.patch(path, {
        headers: {
          ...tus,
          "upload-offset": String(offset),
          "content-type": "application/offset+octet-stream",
        },
        data,
      }),
  };
}
