import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sqlText } from "@/infra/engine/engine";
import { type PostingRules, writePostingLines } from "@/modules/settlement/posting/write-lines";
import { writeReserve } from "@/modules/settlement/reserve/divide-reserve";
import { aFolder } from "@/test/factories/folder";
import { runFilesIn, writeRunFiles } from "../files";
import { waitingMoney } from "../waiting-money";
import { splitWorks } from "./split-works";

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeEach(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});
afterEach(() => {
  connection.closeSync();
  instance.closeSync();
});

const RULES = { distributableMinor: 100n, decimals: 2, capBps: null, inputDigest: "of a test" };
const files = () => runFilesIn(aFolder());
// The engine's own reading of text swallows the mark, so a name that leaves it comes back as another.
const MARKED = "chr(65279) || 'ann'";

/** Tables `line`, `share` and `split` of one contributor with one shared work; `name` is how each of them spells the contributor. */
async function aRun(name: Readonly<{ share: string; split: string }>) {
  await connection.run(`
    CREATE TABLE line AS SELECT 'p1' AS pseudonym, 0 AS line, 1 AS lines, true AS multi, ${name.share} AS contributor, 'per_a' AS person_id,
      false AS disputed, 'wrk_1' AS work_id, 1::BIGINT AS rows, 1::HUGEINT AS tokens, 1::HUGEINT AS weight, 1::HUGEINT AS whole, NULL::BIGINT AS floor_micros, 0::HUGEINT AS asked;
    CREATE TABLE share AS SELECT pseudonym, contributor, person_id, disputed, 'paid' AS outcome, rows, tokens, weight, floor_micros, multi,
      100::BIGINT AS base_minor, 0 AS leftover, 100::BIGINT AS minor, false AS capped FROM line;
    CREATE TABLE split AS SELECT ${name.split} AS contributor, 'wrk_1' AS work_id, 'per_b' AS person_id, 5000 AS share_bps, 100::BIGINT AS work_minor, 50::BIGINT AS minor;`);
}
const MISSED = /invariant broken: 1 contributors of .* are not among the shares/;
const write = (to: ReturnType<typeof files>) => writeRunFiles(connection, to, { ...RULES, boundary: null });

test("a split whose share is not found is an error, not a share without co-authors", async () => {
  await aRun({ share: MARKED, split: "'ann'" });
  await expect(write(files())).rejects.toThrow(MISSED);
  await expect(waitingMoney(connection)).rejects.toThrow(MISSED);
});

test("a split whose share is found is written, however its name is spelled", async () => {
  await aRun({ share: MARKED, split: MARKED });
  const to = files();
  await write(to);
  const found = await connection.runAndReadAll(
    `SELECT split_minor::INTEGER FROM read_parquet(${sqlText(to.shares)})`,
  );
  expect(found.getRows()).toEqual([[50]]);
});

test("a sealed share without its sealed splits is an error, not the contributor's alone", async () => {
  await aRun({ share: "'ann'", split: "'ann'" });
  const from = files();
  await write(from);
  await connection.run(
    `COPY (SELECT * REPLACE ('bea' AS contributor) FROM split) TO ${sqlText(from.splits)} (FORMAT parquet)`,
  );
  const reserve = { allocationId: "alc_1", minor: 10n, decimals: 2, inputDigest: "of a test" };
  await expect(writeReserve(connection, from, reserve, files())).rejects.toThrow(/among the sealed splits/);
});

test("a shared work without authors is an error, not a work of one", async () => {
  await aRun({ share: "'ann'", split: "'ann'" });
  const sharedWorks = join(aFolder(), "works.parquet");
  await connection.run(
    `COPY (SELECT 'wrk_2' AS work_id, 'per_b' AS person_id, 5000::BIGINT AS share_bps) TO ${sqlText(sharedWorks)} (FORMAT parquet)`,
  );
  await expect(splitWorks(connection, RULES, { boundary: null, sharedWorks })).rejects.toThrow(
    /wrk_1 is a shared work/,
  );
});

const POSTING: PostingRules = {
  ...{ entryNo: 1n, dealId: "deal_1", platformId: "org_1", currency: "USD", from: "deal_pool" },
  ...{ fromMinor: 100n, feeMinor: 0n, retainedMinor: 0n, reserveMinor: 0n },
};

test.each([
  ["a share to be posted whole", { undivided: "'bea'", payee: "'ann'" }],
  ["somebody asked for", { undivided: "'ann'", payee: "'bea'" }],
])("%s who is not among the shares is an error, not somebody as the run froze them", async (_, names) => {
  await aRun({ share: "'ann'", split: "'ann'" });
  const to = files();
  await write(to);
  await connection.run(`
    CREATE TABLE undivided AS SELECT ${names.undivided} AS contributor;
    CREATE TABLE author_part (account VARCHAR, holder VARCHAR, minor BIGINT);
    CREATE TABLE payee AS SELECT ${names.payee} AS name, 'per_x' AS person_id, false AS disputed, true AS asked;`);
  await expect(writePostingLines(connection, to, POSTING, join(aFolder(), "lines"))).rejects.toThrow(MISSED);
  // Names that changed hands meanwhile and are no part of this deal are in the table too.
  await connection.run("UPDATE undivided SET contributor = 'ann'; UPDATE payee SET asked = false");
  await writePostingLines(connection, to, POSTING, join(aFolder(), "lines"));
});
