import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aFundedPool, anEntry } from "@/test/factories/ledger";

// What somebody with a database console could try. Every attack must be refused by the database itself.
let console_: pg.Client;
let entryNo: string;

beforeAll(async () => {
  console_ = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await console_.connect();
  await aFundedPool("deal_a", 1000n);
  entryNo = (await console_.query("SELECT no FROM entry")).rows[0].no;
});
afterAll(() => console_.end());

const NEW_ENTRY = `INSERT INTO entry (id, idempotency_key, content_digest, cause, cause_id, memo, effective_at, recorded_at, actor, xact)
  VALUES ('ent_x', 'x', '', 'test', 'x', 'x', now(), now(), 'console', 12345)`;
const line = (account: string, minor: number, more = "") =>
  `((SELECT no FROM entry WHERE id = 'ent_x'), '${account}', 'remit', NULL, 'USD', ${minor})${more}`;
const INTO = "INSERT INTO line (entry_no, account, holder, deal_id, currency, minor) VALUES ";

async function attempt(...statements: string[]): Promise<void> {
  await console_.query("BEGIN");
  try {
    for (const statement of statements) await console_.query(statement);
    await console_.query("COMMIT");
  } catch (error) {
    await console_.query("ROLLBACK");
    throw error;
  }
}

describe("the database refuses", () => {
  const attacks: Record<string, [RegExp, ...string[]]> = {
    "an update of a line": [/append-only/, "UPDATE line SET minor = minor * 2"],
    "an update of an entry": [/append-only/, "UPDATE entry SET memo = 'other'"],
    "a delete of a line": [/append-only/, "DELETE FROM line WHERE minor > 0"],
    "a delete of an entry": [/append-only/, "DELETE FROM entry"],
    "a truncate of lines": [/append-only/, "TRUNCATE line"],
    "a truncate of everything": [/append-only/, "TRUNCATE entry, line, entry_total CASCADE"],
    "a change of the chart": [/append-only/, "UPDATE ledger_account SET covered = FALSE"],
    "a forged total": [/append-only/, "INSERT INTO entry_total VALUES (1, 'bank', '', 'USD', 1, 1, 0, 1)"],
    "a changed total": [/append-only/, "UPDATE entry_total SET lines = 7"],
    "an upsert over a line": [
      /append-only/,
      `INSERT INTO line (id, entry_no, account, holder, currency, minor) SELECT id, entry_no, account, holder, currency, minor FROM line
         ON CONFLICT (entry_no, id) DO UPDATE SET minor = 5`,
    ],
    "an entry without lines": [/at least two lines/, NEW_ENTRY],
    "an entry without lines, checked immediately": [
      /at least two lines/,
      "SET CONSTRAINTS ALL IMMEDIATE",
      NEW_ENTRY,
    ],
    "an entry without lines, as a replica": [
      /at least two lines/,
      "SET LOCAL session_replication_role = replica",
      NEW_ENTRY,
    ],
    "unbalanced lines": [/unbalanced/, NEW_ENTRY, `${INTO} ${line("bank", 5)}, ${line("operator_fee", -4)}`],
    "unbalanced lines, as a replica": [
      /unbalanced/,
      "SET LOCAL session_replication_role = replica",
      NEW_ENTRY,
      `${INTO} ${line("bank", 5)}, ${line("operator_fee", -4)}`,
    ],
    "lines balanced over two statements only": [
      /unbalanced/,
      NEW_ENTRY,
      "SET CONSTRAINTS ALL DEFERRED",
      `${INTO} ${line("bank", 5)}`,
      `${INTO} ${line("operator_fee", -5)}`,
    ],
    "lines balanced across currencies only": [
      /unbalanced/,
      NEW_ENTRY,
      `${INTO} ${line("bank", 5)}, ((SELECT no FROM entry WHERE id = 'ent_x'), 'operator_fee', 'remit', NULL, 'EUR', -5)`,
    ],
    "a single line of zero": [/line_minor_not_zero/, NEW_ENTRY, `${INTO} ${line("bank", 0)}`],
    "an unknown account": [
      /entry_total_account_fkey/,
      NEW_ENTRY,
      `${INTO} ${line("bank", 5)}, ${line("slush", -5)}`,
    ],
    "an unknown currency form": [
      /entry_total_currency_iso/,
      NEW_ENTRY,
      `${INTO} ${line("bank", 5).replace("USD", "usd")}, ${line("operator_fee", -5).replace("USD", "usd")}`,
    ],
    "a line for no entry": [
      /entry_total_entry_fkey|late lines/,
      `${INTO} (999, 'bank', 'r', NULL, 'USD', 1), (999, 'stripe', 'r', NULL, 'USD', -1)`,
    ],
    "a handle's money on payable": [
      /line_holder_fits/,
      NEW_ENTRY,
      `${INTO} ${line("bank", 5)}, ${line("payable", -5).replace("remit", "handle:org:x")}`,
    ],
    "a person's money on unclaimed": [
      /line_holder_fits/,
      NEW_ENTRY,
      `${INTO} ${line("bank", 5)}, ${line("unclaimed", -5).replace("remit", "person:p")}`,
    ],
    "an author's seat on payable": [
      /line_holder_fits/,
      NEW_ENTRY,
      `${INTO} ${line("bank", 5)}, ${line("payable", -5).replace("remit", "author:a")}`,
    ],
    "nobody's line": [
      /line_holder_fits/,
      NEW_ENTRY,
      `${INTO} ${line("bank", 5)}, ${line("payable", -5).replace("remit", "")}`,
    ],
    "a pool spent twice": [
      /not covered/,
      NEW_ENTRY,
      `${INTO} ((SELECT no FROM entry WHERE id = 'ent_x'), 'deal_pool', 'deal:deal_a', 'deal_a', 'USD', 1001), ${line("payable", -1001)}`,
    ],
    "a second reversal": [
      /entry_reverses_id_key|reverses_id/,
      `${NEW_ENTRY.replace("actor, xact", "actor, reverses_id").replace("12345", "(SELECT id FROM entry LIMIT 1)")}`,
      `${INTO} ${line("bank", 5)}, ${line("stripe", -5)}`,
      `${NEW_ENTRY.replace("actor, xact", "actor, reverses_id").replace("12345", "(SELECT id FROM entry LIMIT 1)").replaceAll("'x'", "'y'").replace("ent_x", "ent_y")}`,
    ],
  };
  for (const [name, [reason, ...statements]] of Object.entries(attacks)) {
    test(name, async () => {
      await expect(attempt(...statements)).rejects.toThrow(reason);
      const { rows } = await console_.query(
        "SELECT (SELECT count(*) FROM entry) AS entries, (SELECT sum(minor) FROM line) AS sum, (SELECT count(*) FROM line) AS lines",
      );
      expect(rows[0]).toEqual({ entries: "1", sum: "0", lines: "2" });
    });
  }

  test("a late line, balanced by itself, for an entry that is committed", async () => {
    await expect(
      attempt(
        `${INTO} (${entryNo}, 'bank', 'remit', NULL, 'USD', 1), (${entryNo}, 'stripe', 'remit', NULL, 'USD', -1)`,
      ),
    ).rejects.toThrow(/late lines/);
  });

  test("a late line for an entry that claims to be of this transaction", async () => {
    await expect(
      attempt(
        `${NEW_ENTRY.replace("12345", "pg_current_xact_id()::text::bigint + 1")}`,
        `${INTO} ${line("bank", 1)}, ${line("stripe", -1)}`,
        "COMMIT",
        `${INTO} ${line("bank", 1)}, ${line("stripe", -1)}`,
      ),
    ).rejects.toThrow(/late lines/);
  });

  test("an unbalanced COPY", async () => {
    const { from } = await import("pg-copy-streams");
    await console_.query("BEGIN");
    await console_.query(NEW_ENTRY.replaceAll("'x'", "'z'").replace("ent_x", "ent_z"));
    const { rows } = await console_.query("SELECT no FROM entry WHERE id = 'ent_z'");
    const copy = console_.query(
      from("COPY line (entry_no, account, holder, deal_id, currency, minor) FROM STDIN WITH (FORMAT csv)"),
    );
    const ended = new Promise((done, fail) => copy.on("finish", done).on("error", fail));
    copy.end(`${rows[0].no},bank,remit,,USD,5\n${rows[0].no},stripe,remit,,USD,-6\n`);
    await expect(ended).rejects.toThrow(/unbalanced/);
    await console_.query("ROLLBACK");
  });
});

test("what is posted properly is taken", async () => {
  await anEntry([
    { account: "bank", holder: "remit", currency: "EUR", minor: 5n },
    { account: "operator_fee", holder: "remit", currency: "EUR", minor: -5n },
  ]);
});
