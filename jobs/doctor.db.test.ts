import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { aFundedPool, anAllocation, anEntry } from "@/test/factories/ledger";
import { CHECKS } from "./checks";
import { examine } from "./examine";

// Every fault is planted by SQL with the database's own guards off, as only the owner of the database could.
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await aFundedPool("deal_d", 100n);
  await anAllocation("deal_d", [
    { holder: "person:ada", minor: 60n },
    { holder: "handle:org_p:bob", minor: 40n },
  ]);
  const { entryId } = await anEntry([
    { account: "bank", holder: "remit", currency: "EUR", minor: 7n },
    { account: "operator_fee", holder: "remit", currency: "EUR", minor: -7n },
  ]);
  await anEntry(
    [
      { account: "bank", holder: "remit", currency: "EUR", minor: -7n },
      { account: "operator_fee", holder: "remit", currency: "EUR", minor: 7n },
    ],
    { reversesId: entryId, cause: "reversal" },
  );
});
afterAll(() => owner.end());

/** Names of the checks that find something, asked on the owner's connection, where the planted fault is. */
async function faulty(): Promise<string[]> {
  const names: string[] = [];
  for (const check of Object.values(CHECKS).flat()) {
    const { faults } = await examine(check);
    if (faults.length > 0) names.push(check.name);
  }
  return names;
}

const GUARDED = [
  "line",
  "entry",
  "entry_total",
  "account_balance",
  "ledger_account",
  "deal",
  "allocation",
  "manifest",
  "handle_period",
];
const NOW = "now(), now()";
const STANDS = "money under a handle matches the handle: held while disputed, unclaimed while not proved";
const LINE = "INSERT INTO line (entry_no, account, holder, currency, minor)";

async function plant(...statements: string[]): Promise<void> {
  for (const table of GUARDED) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  await owner.query("ALTER TABLE line DROP CONSTRAINT IF EXISTS line_holder_fits");
  for (const statement of statements) await owner.query(statement);
}

describe("the doctor", () => {
  test("finds nothing wrong in sound books, and looked at them", async () => {
    const findings = await Promise.all(
      Object.values(CHECKS)
        .flat()
        .map((check) => examine(check)),
    );
    expect(findings.flatMap(({ check, faults }) => faults.map((fault) => `${check.name}: ${fault}`))).toEqual(
      [],
    );
    expect(findings[0]?.checked).toBe(9n);
  });

  const faults: Record<string, { sql: string[]; undo: string[]; found: string[] }> = {
    "a changed line": {
      sql: ["UPDATE line SET minor = minor + 1 WHERE holder = 'person:ada'"],
      undo: ["UPDATE line SET minor = minor - 1 WHERE holder = 'person:ada'"],
      found: [
        "all lines sum to zero per currency",
        "each entry sums to zero and has at least two lines",
        "totals of entries equal their lines",
        "cached balances equal the lines",
      ],
    },
    "a lost line": {
      sql: ["UPDATE line SET entry_no = -5 WHERE holder = 'person:ada'"],
      undo: [
        "UPDATE line SET entry_no = (SELECT no FROM entry WHERE cause = 'allocation') WHERE holder = 'person:ada'",
      ],
      found: [
        "each entry sums to zero and has at least two lines",
        "each line has its entry and an account of the chart",
        "totals of entries equal their lines",
      ],
    },
    "an entry without lines": {
      sql: [
        `INSERT INTO entry (id, idempotency_key, content_digest, cause, cause_id, memo, effective_at, recorded_at, actor) VALUES ('e0', 'e0', '', 'x', 'x', 'x', ${NOW}, 'x')`,
      ],
      undo: ["DELETE FROM entry WHERE id = 'e0'"],
      found: ["each entry sums to zero and has at least two lines"],
    },
    "a wrong cache": {
      sql: ["UPDATE account_balance SET minor = minor - 1 WHERE account = 'payable'"],
      undo: ["UPDATE account_balance SET minor = minor + 1 WHERE account = 'payable'"],
      found: ["cached balances equal the lines"],
    },
    "a handle's money on payable": {
      sql: ["UPDATE line SET account = 'payable' WHERE holder = 'handle:org_p:bob'"],
      undo: ["UPDATE line SET account = 'unclaimed' WHERE holder = 'handle:org_p:bob'"],
      found: ["money of handles is unclaimed or held, under the handle and nowhere else"],
    },
    "money that waits for a proved handle": {
      sql: [
        `INSERT INTO handle (id, platform_id, name, shown_name, person_id, state, verified_at, created_at) VALUES ('hdl_b', 'org_p', 'bob', 'bob', 'bob', 'verified', ${NOW})`,
        `INSERT INTO handle_period (id, handle_id, platform_id, name, person_id, verified_at) VALUES ('hpd_b', 'hdl_b', 'org_p', 'bob', 'bob', now())`,
      ],
      undo: ["DELETE FROM handle_period", "DELETE FROM handle"],
      found: [STANDS],
    },
    "money held for a handle that nobody disputes": {
      sql: ["UPDATE line SET account = 'held' WHERE holder = 'handle:org_p:bob'"],
      undo: ["UPDATE line SET account = 'unclaimed' WHERE holder = 'handle:org_p:bob'"],
      found: [STANDS],
    },
    "money that waits for an accepted share": {
      sql: [
        "INSERT INTO seat_acceptance (author_id, person_id, accepted_at) VALUES ('wau_b', 'bob', now())",
        "UPDATE line SET account = 'held', holder = 'author:wau_b' WHERE holder = 'handle:org_p:bob'",
      ],
      undo: [
        "UPDATE line SET account = 'unclaimed', holder = 'handle:org_p:bob' WHERE holder = 'author:wau_b'",
        "DELETE FROM seat_acceptance",
      ],
      found: ["no money is on hold for an accepted share"],
    },
    "a holder who got too much": {
      sql: [
        `${LINE} SELECT no, 'payable', 'person:eve', 'USD', 5 FROM entry WHERE cause = 'allocation'`,
        `${LINE} SELECT no, 'payable', 'person:ada', 'USD', -5 FROM entry WHERE cause = 'allocation'`,
      ],
      undo: ["DELETE FROM line WHERE minor IN (5, -5)"],
      found: ["no holder was paid more than the account held"],
    },
    "a reversal that does not mirror": {
      sql: [
        "UPDATE line SET holder = 'other' WHERE currency = 'EUR' AND minor = 7 AND account = 'operator_fee'",
      ],
      undo: ["UPDATE line SET holder = 'remit' WHERE holder = 'other'"],
      found: ["each reversal is the exact opposite of its entry"],
    },
    "a job that the queue forgot": {
      sql: [
        `INSERT INTO job_run (id, kind, subject, state, phases, input, created_at) VALUES ('j', 'clearance.run', 's', 'running', '[]', '{}', now() - interval '1 hour')`,
      ],
      undo: ["DELETE FROM job_run"],
      found: ["running and queued jobs are on the queue"],
    },
    "an event nobody handed on": {
      sql: [
        `INSERT INTO outbox_event (id, type, payload, at) VALUES ('v', 'x.y', '{}', now() - interval '1 hour')`,
      ],
      undo: ["DELETE FROM outbox_event WHERE id = 'v'"],
      found: ["events were handed on"],
    },
    "a handler that failed for good": {
      sql: [
        `INSERT INTO outbox_event (id, type, payload, at) VALUES ('v', 'x.y', '{}', now() - interval '1 hour')`,
        "INSERT INTO event_delivery (event_id, handler, after, state, created_at) VALUES ('v', 'h', '{}', 'failed', now())",
      ],
      undo: ["DELETE FROM outbox_event WHERE id = 'v'"],
      found: ["every step after an event is done"],
    },
    "an event that counts as handled too early": {
      sql: [
        `INSERT INTO outbox_event (id, type, payload, at, handled_at) VALUES ('v', 'x.y', '{}', now(), now())`,
        "INSERT INTO event_delivery (event_id, handler, after, state, created_at) VALUES ('v', 'h', '{}', 'waiting', now())",
      ],
      undo: ["DELETE FROM outbox_event WHERE id = 'v'"],
      found: ["an event is handled when all its steps are over"],
    },
    "a choice about no deal": {
      sql: [
        "INSERT INTO deal_choice (id, deal_id, person_id, choice, at, created_by) VALUES ('c', 'd', 'p', 'object', now(), 'x')",
      ],
      undo: ["ALTER TABLE deal_choice DISABLE TRIGGER ALL", "DELETE FROM deal_choice"],
      found: ["choices are about deals that exist"],
    },
    "a work whose splits do not add up": {
      sql: [
        "ALTER TABLE work_author DROP CONSTRAINT IF EXISTS work_author_accepted",
        "ALTER TABLE work_author DISABLE TRIGGER ALL",
        "INSERT INTO work (id, kind, title, registered_by, created_at) VALUES ('w', 'book', 't', 'p', now())",
        "INSERT INTO work_author (id, work_id, position, name, share_bps, state) VALUES ('a', 'w', 1, 'n', 9999, 'accepted')",
      ],
      undo: ["DELETE FROM work"],
      found: ["splits of a work add up to 10,000 basis points"],
    },
    "an organisation without an owner": {
      sql: [
        "INSERT INTO organisation (id, kind, name, slug, created_at) VALUES ('o', 'lab', 'O', 'o', now())",
      ],
      undo: ["DELETE FROM organisation WHERE id = 'o'"],
      found: ["each organisation has an owner"],
    },
  };
  for (const [name, { sql, undo, found }] of Object.entries(faults)) {
    test(`finds ${name}`, async () => {
      await plant(...sql);
      try {
        expect(await faulty()).toEqual(expect.arrayContaining(found));
      } finally {
        for (const statement of undo) await owner.query(statement);
      }
      expect(await faulty()).toEqual([]);
    });
  }

  test("a check that cannot be made is a fault, not silence", async () => {
    const broken = {
      name: "x",
      of: "y",
      run: () => db.pool.query("SELECT nothing FROM nowhere").then(() => ({ checked: 0n, faults: [] })),
    };
    expect((await examine(broken)).faults[0]).toMatch(/could not be checked/);
  });
});
