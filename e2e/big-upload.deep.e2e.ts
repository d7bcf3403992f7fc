import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import { writeBigManifest } from "./support/big-manifest";
import { expect, test } from "./support/guarded-test";
import { organisation, signInAs } from "./support/people";

const ROWS = 2_000_000;
/** So slow that there is a midway to close the tab at; afterwards the connection is as fast as it gets. */
const SLOW_BYTES_A_SECOND = 16_000_000;

// A resumed upload may find the last piece of the closed tab still being written, and asks again.
test.use({ expectedConsole: [/40[49]|423/] });

test("two million rows: the tab is closed midway of the upload and midway of the check, and nothing is lost or sent twice", async ({
  page: first,
  context,
  request,
}) => {
  test.setTimeout(240_000);
  const dir = mkdtempSync(join(tmpdir(), "remit-big-"));
  const file = join(dir, "harbour-archive.csv");
  const faulty = writeBigManifest(file, ROWS);
  const { size } = statSync(file);
  expect(size).toBeGreaterThan(100_000_000);
  const dealId = await aDraftDeal(request);
  const upload = `/o/${organisation("harbour").id}/deals/${dealId}/manifests/new`;
  const sent = watchPieces(context);
  await signInAs(first, "Elin Berg");

  const before = await test.step("the upload begins, and the tab is closed midway", async () => {
    await slowDown(context, first);
    await first.goto(upload);
    await first.locator("input[type=file]").setInputFiles(file);
    await expect(first.getByText(/per second/)).toBeVisible(); // bytes, speed and time left
    await expect.poll(() => sent.kept, { timeout: 60_000 }).toBeGreaterThanOrEqual(size / 5);
    const kept = sent.kept;
    expect(kept).toBeLessThan(size);
    await first.close();
    return kept;
  });

  const second = await context.newPage();
  await test.step("opened again it says where it left off, and only the rest is sent", async () => {
    sent.offsets.length = 0;
    await second.goto(upload);
    await expect(second.getByRole("heading", { name: "Unfinished uploads" })).toBeVisible();
    await second.locator("input[type=file]").setInputFiles(file);
    await expect(second.getByText(/Resuming the upload/)).toBeVisible();
    await expect(second.getByRole("heading", { name: "What is in the file" })).toBeVisible({
      timeout: 90_000,
    });
    expect(Math.min(...sent.offsets), "where the rest began").toBeGreaterThanOrEqual(before);
    expect(sent.kept).toBe(size);
  });

  const manifest = await test.step("the check goes on while nobody looks", async () => {
    await second.getByRole("button", { name: "Import and check" }).click();
    await second.waitForURL(/\/manifests\/man_/, { timeout: 60_000 });
    await expect(second.getByText(/[\d,]{5,} (of [\d,]+ )?rows/).first()).toBeVisible({ timeout: 60_000 });
    await expect(second.getByText(/rows per second/).first()).toBeVisible();
    const url = second.url();
    await second.close();
    return url;
  });

  await test.step("it comes to its end, with every row accounted for", async () => {
    const third = await context.newPage();
    await third.goto(manifest);
    const sum = `${ROWS.toLocaleString("en")} rows received = ${(ROWS - faulty).toLocaleString("en")} accepted + ${faulty} rejected`;
    await expect(third.getByText(sum)).toBeVisible({ timeout: 120_000 });
    await expect(third.getByText("Ready", { exact: true }).first()).toBeVisible();
    await third.getByRole("link", { name: /Not a web address/ }).click();
    await expect(third.locator("mark").first()).toHaveText("ftp://old.example/50000");
  });
  rmSync(dir, { recursive: true, force: true });
});

async function aDraftDeal(request: APIRequestContext): Promise<string> {
  const answer = await request.post("/api/v1/deals", {
    headers: { authorization: `Bearer ${organisation("harbour").apiKey}` },
    data: {
      title: `The whole archive, ${Date.now().toString(36)}`,
      licenseeId: organisation("northwind").id,
      gross: "250000.00",
      uses: ["pretraining"],
      noticeDays: 7,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** What is sent piece by piece: where each piece begins, and how much the server has said it keeps. */
function watchPieces(context: BrowserContext): { offsets: number[]; kept: number } {
  const seen = { offsets: [] as number[], kept: 0 };
  context.on("response", async (response) => {
    if (!response.url().includes("/api/uploads/") || response.request().method() !== "PATCH") return;
    const offset = Number((await response.allHeaders().catch(() => ({})))["upload-offset" as never]);
    if (Number.isFinite(offset)) seen.kept = Math.max(seen.kept, offset);
  });
  context.on("request", (request) => {
    if (!request.url().includes("/api/uploads/") || request.method() !== "PATCH") return;
    seen.offsets.push(Number(request.headers()["upload-offset"]));
  });
  return seen;
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: SLOW_BYTES_A_SECOND,
  });
}
