import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import pg from "pg";
import { attester, confirmPayment, seal } from "./support/acts";
import { test } from "./support/guarded-test";
import { demo, organisation, sendAs, signInAs } from "./support/people";

// Real posts, kept outside the repository. Two runs over two million rows take minutes, so they are asked for by name:
// REMIT_SAMPLE_DATA=<folder> npx playwright test e2e/real-input
const FOLDER = process.env.REMIT_SAMPLE_DATA ?? "";
const FILE = join(FOLDER, "forum_a_manifest_full.parquet");
const ROWS = 2_237_465;
const CONTRIBUTORS = 553_576;
/** Has 1,500 posts of these two million. */
const NAME = "emerald-meadow-nz";

test.describe.configure({ mode: "serial" });
test.skip(FOLDER === "" || !existsSync(FILE), "the real forum is tried where REMIT_SAMPLE_DATA says it is");

test("the whole real forum in a browser: taken in, cleared, divided, sealed and on the books; what waits for a name moves to who proves it", async ({
  page,
  request,
}) => {
  test.setTimeout(400_000);
  const { title, url } = await aNoticedDeal(request, "by browser");

  await test.step("two million rows are uploaded, mapped without help and checked", async () => {
    await signInAs(page, "Inês Duarte");
    await page.goto(`${url}/manifests/new`);
    await page.locator("input[type=file]").setInputFiles(FILE);
    await expect(page.getByRole("heading", { name: "What is in the file" })).toBeVisible({ timeout: 60_000 });
    await page.getByRole("button", { name: "Import and check" }).click();
    await page.waitForURL(/\/manifests\/man_/, { timeout: 60_000 });
    const rows = ROWS.toLocaleString("en");
    await expect(page.getByText(`${rows} rows received = ${rows} accepted + 0 rejected`)).toBeVisible({
      timeout: 200_000,
    });
  });

  await test.step("cleared, previewed and sealed", async () => {
    await page.goto(url);
    await page.getByRole("button", { name: "Clear now" }).click();
    await page.waitForURL(/clearances/);
    await expect(page.getByRole("heading", { name: "Certificate" })).toBeVisible({ timeout: 120_000 });
    await page.goto(url);
    await page.getByRole("button", { name: "Preview the split" }).click();
    await page.waitForURL(/allocations/);
    await expect(page.getByRole("button", { name: /seal/i })).toBeVisible({ timeout: 120_000 });
    await seal(page);
  });

  await test.step("paid, and half a million lines are on the books", async () => {
    await confirmPayment(page, title);
    await signInAs(page, "Inês Duarte");
    await expect(async () => {
      await page.goto(url);
      await expect(page.getByText("Every share is posted")).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 180_000 });
  });

  await test.step("somebody proves a name of it, and their 1,500 posts are paid and explained", async () => {
    await prove(page, request, "priya");
    await signInAs(page, "Priya Raman");
    await expect(async () => {
      await page.goto("/me");
      await page
        .getByRole("row")
        .filter({ hasText: title })
        .getByRole("link")
        .last()
        .click({ timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("1,500").first()).toBeVisible();
  });
});

test("the same bytes through the API with a key come to a share for every contributor, exact to the cent", async ({
  page,
  request,
}) => {
  test.setTimeout(400_000);
  const lantern = organisation("lantern");
  const api = withKey(request, lantern.apiKey);
  const { id, title } = await aNoticedDeal(request, "by key");

  const sent = await request.post(`/api/v1/deals/${id}/manifests`, {
    headers: {
      authorization: `Bearer ${lantern.apiKey}`,
      "content-type": "application/vnd.apache.parquet",
      "idempotency-key": randomUUID(),
    },
    data: readFileSync(FILE),
    timeout: 120_000,
  });
  expect(sent.status(), await sent.text()).toBe(202);
  const manifest = await api.until(`/manifests/${(await sent.json()).id}`, "ready");
  expect(manifest).toMatchObject({ received: `${ROWS}`, accepted: `${ROWS}`, rejected: "0" });

  const cleared = await api.post(`/deals/${id}/clearances`, {});
  await api.until(`/clearances/${cleared.id}`, "succeeded");
  const made = await api.post(`/deals/${id}/allocations`, { clearanceId: cleared.id });
  const allocation = await api.until(`/allocations/${made.id}`, "succeeded");
  await api.post(`/allocations/${made.id}/seal`, {});
  await confirmPayment(page, title);
  await api.until(`/deals/${id}`, "allocated");

  const shares = await request.get(`/api/v1/allocations/${made.id}/shares.csv`, {
    headers: { authorization: `Bearer ${lantern.apiKey}` },
  });
  const [head = "", ...lines] = (await shares.text()).trimEnd().split(/\r?\n/);
  const column = head.split(",").indexOf("minor");
  const paid = lines.reduce((sum, line) => sum + BigInt(line.split(",")[column] ?? ""), 0n);
  expect(lines.length).toBeGreaterThan(CONTRIBUTORS / 2);
  expect(paid).toBe(BigInt((allocation.paid as { minor: string }).minor));
});

type Answer = Record<string, unknown> & { id: string; state?: string };

/** The API with a key: every answer that is no success fails the test with its text. */
function withKey(request: APIRequestContext, key: string) {
  const headers = { authorization: `Bearer ${key}`, "if-match": "*" }; // Nobody else edits what these tests make.
  const answer = async (response: Awaited<ReturnType<APIRequestContext["get"]>>): Promise<Answer> => {
    expect(response.ok(), await response.text()).toBe(true);
    return (await response.json()) as Answer;
  };
  const get = async (path: string) => answer(await request.get(`/api/v1${path}`, { headers }));
  return {
    post: async (path: string, data: object) =>
      answer(
        await request.post(`/api/v1${path}`, {
          headers: { ...headers, "idempotency-key": randomUUID() },
          data,
        }),
      ),
    until: async (path: string, state: string) => {
      await expect
        .poll(async () => (await get(path)).state, { timeout: 200_000, intervals: [1000] })
        .toBe(state);
      return get(path);
    },
  };
}

/**
 * A deal over all rows of the platform, including contributors who have said nothing: their money waits under their names.
 */
async function aNoticedDeal(
  request: APIRequestContext,
  how: string,
): Promise<{ id: string; title: string; url: string }> {
  const lantern = organisation("lantern");
  const api = withKey(request, lantern.apiKey);
  const title = `The whole forum, ${how}, ${Date.now().toString(36)}`;
  const { id } = await api.post("/deals", {
    title,
    licenseeId: organisation("northwind").id,
    gross: "1000000.00",
    uses: ["pretraining"],
    basis: "platform_terms",
    weighting: "score_log",
    noticeDays: 7,
  });
  await api.post(`/deals/${id}/report`, {});
  const lab = withKey(request, organisation("northwind").apiKey);
  await lab.post(`/deals/${id}/acceptance`, { version: 1, decision: "accept" });
  await api.post(`/deals/${id}/notice`, {});
  await sevenDaysPass(id);
  return { id, title, url: `/o/${lantern.id}/deals/${id}` };
}

/** The notice period, which cannot be waited for, is moved into the past in the database of the world under test. */
async function sevenDaysPass(dealId: string): Promise<void> {
  const running = readFileSync(join(process.env.REMIT_E2E_DATA_DIR ?? "", "running.json"), "utf8");
  const client = new pg.Client({ connectionString: (JSON.parse(running) as { url: string }).url });
  await client.connect();
  await client.query(
    "UPDATE deal SET noticed_at = noticed_at - interval '7 days', notice_ends_at = notice_ends_at - interval '7 days' WHERE id = $1",
    [dealId],
  );
  await client.end();
}

/** The platform signs that the name is this person's, who hands it in. */
async function prove(page: Page, request: APIRequestContext, personKey: string): Promise<void> {
  const lantern = organisation("lantern");
  const person = demo().people.find(({ key }) => key === personKey);
  const mine = withKey(request, person?.apiKey ?? "");
  const { attestationKey, attest } = await attester(lantern.id);
  await sendAs(page, "Inês Duarte", {
    method: "PATCH",
    path: `/organisations/${lantern.id}`,
    data: { attestationKey },
  });
  const handle = await mine.post("/handles", { platformId: lantern.id, name: NAME });
  const proof = await mine.post(`/handles/${handle.id}/proofs`, { method: "attestation" });
  await mine.post("/handles/attestations", { token: await attest(NAME, String(proof.code)) });
}
