import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { aFundedPool } from "@/test/factories/ledger";
import { postBulkEntry } from "./post-bulk-entry";

const LINES = 200_000; // Speed is shown by bench/royalty-run.ts; this is about being right at size.
const ID = "01k5x9c6b7m4n8p2q3r5s7t9v1";

/** Lines as a royalty run streams them: sorted by holder, some 60,000 a chunk. */
function* shares(entryNo: bigint, count: number): Generator<string> {
  yield `${entryNo}\tdeal_pool\tdeal:deal_${ID}\tdeal_${ID}\tUSD\t${count * 7}\n`;
  let chunk = "";
  for (let i = 0; i < count; i++) {
    chunk += `${entryNo}\tunclaimed\thandle:org_${ID}:user${String(i).padStart(9, "0")}\tdeal_${ID}\tUSD\t-7\n`;
    if (i % 60_000 === 59_999) {
      yield chunk;
      chunk = "";
    }
  }
  yield chunk;
}

const unasked = (): never => {
  throw new Error("the lines are not asked for again");
};

test(`a royalty run of ${LINES} lines is posted by COPY, once`, async () => {
  await aFundedPool(`deal_${ID}`, BigInt(LINES) * 7n);
  const header = {
    idempotencyKey: "bulk",
    cause: "allocation" as const,
    causeId: "alc_1",
    memo: "Allocation",
    effectiveAt: new Date("2026-03-01T00:00:00Z"),
    actor: "system:test",
    contentDigest: "d1",
  };
  const posted = await transaction(
    (tx) => postBulkEntry(tx, header, async (no) => Readable.from(shares(no, LINES))),
    {
      timeoutMs: 120_000,
    },
  );
  expect(posted).toMatchObject({ posted: true, lines: BigInt(LINES + 1) });
  const again = await transaction((tx) => postBulkEntry(tx, header, unasked));
  expect(again).toMatchObject({ entryId: posted.entryId, posted: false });
  await expect(
    transaction((tx) => postBulkEntry(tx, { ...header, contentDigest: "d2" }, unasked)),
  ).rejects.toMatchObject({ code: "CONFLICT" });
  const { rows } = await db.pool.query("SELECT count(*) AS n, sum(minor) AS sum FROM line");
  expect(rows[0]).toEqual({ n: String(LINES + 3), sum: "0" });
}, 180_000);
