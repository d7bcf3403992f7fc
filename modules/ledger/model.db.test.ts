import fc from "fast-check";
import { expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { DomainError } from "@/kernel/errors";
import { sumOf } from "@/kernel/sum";
import type { EntryLine } from "./domain/entry";
import { postEntry } from "./post/post-entry";

// A model of the books in two maps, and the real ones in PostgreSQL: after every operation, refused ones included, both
// say the same.
type Model = { balances: Map<string, bigint>; keys: Map<string, string> };
type Op = Readonly<{
  kind: "fund" | "share" | "pay" | "claim" | "odd" | "repeat";
  deal: number;
  who: number;
  minor: bigint;
}>;

const arbOp: fc.Arbitrary<Op> = fc.record({
  kind: fc.constantFrom("fund", "share", "pay", "claim", "odd", "repeat"),
  deal: fc.nat({ max: 2 }),
  who: fc.nat({ max: 2 }),
  minor: fc.bigInt({ min: 1n, max: 50n }),
});

function linesOf({ kind, deal, who, minor }: Op, run: string): readonly EntryLine[] {
  const dealId = `deal_${run}_${deal}`;
  const at = { dealId, currency: deal === 2 ? "EUR" : "USD" };
  const person = `person:${run}_${who}`;
  const handle = `handle:${run}:${who}`;
  const move = (
    from: [EntryLine["account"], string],
    to: [EntryLine["account"], string],
    by = minor,
  ): EntryLine[] => [
    { account: from[0], holder: from[1], ...at, minor },
    { account: to[0], holder: to[1], ...at, minor: -by },
  ];
  switch (kind) {
    case "fund":
    case "repeat":
      return move(["bank", "remit"], ["deal_pool", `deal:${dealId}`]);
    case "share":
      return move(["deal_pool", `deal:${dealId}`], ["unclaimed", handle]);
    case "claim":
      return move(["unclaimed", handle], ["payable", person]);
    case "pay":
      return move(["payable", person], ["bank", "remit"]);
    case "odd":
      return move(["bank", "remit"], ["operator_fee", "remit"], minor + 1n);
  }
}

/** What the model says: posted, or the code of the refusal. */
function expected(model: Model, key: string, lines: readonly EntryLine[]): string {
  const content = JSON.stringify(lines, (_, value) => (typeof value === "bigint" ? String(value) : value));
  const sum = sumOf(lines, (line) => line.minor);
  if (sum !== 0n) return "LEDGER_UNBALANCED";
  const first = model.keys.get(key);
  if (first !== undefined) return first === content ? "again" : "CONFLICT";
  const after = new Map(model.balances);
  const add = (name: string, minor: bigint) => after.set(name, (after.get(name) ?? 0n) + minor);
  for (const { account, holder, dealId, currency, minor } of lines) {
    add(`holder ${account} ${holder} ${currency}`, minor);
    add(`deal ${account} ${dealId} ${currency}`, minor);
  }
  for (const [name, minor] of after)
    if (
      minor > 0n &&
      /^holder (payable|unclaimed|held|in_transit) |^deal (deal_pool|unclaimed|held|reserve) /.test(name)
    )
      return "LEDGER_INSUFFICIENT";
  model.balances = after;
  model.keys.set(key, content);
  return "posted";
}

async function actual(key: string, lines: readonly EntryLine[]): Promise<string> {
  try {
    const { posted } = await transaction((tx) =>
      postEntry(tx, {
        idempotencyKey: key,
        cause: "payout",
        causeId: "model",
        memo: "",
        effectiveAt: new Date("2026-03-01T00:00:00Z"),
        actor: "system:test",
        lines,
      }),
    );
    return posted ? "posted" : "again";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

async function booksSay(run: string): Promise<Map<string, bigint>> {
  const { rows } = await db.pool.query<{ name: string; minor: string }>(
    `SELECT format('holder %s %s %s', account, holder, currency) AS name, sum(minor)::text AS minor FROM line
       WHERE deal_id LIKE $1 GROUP BY 1
     UNION ALL SELECT format('deal %s %s %s', account, deal_id, currency), minor::text FROM account_balance WHERE deal_id LIKE $1`,
    [`deal_${run}_%`],
  );
  return new Map(rows.map(({ name, minor }) => [name, BigInt(minor)]));
}

const withoutZeros = (balances: ReadonlyMap<string, bigint>) =>
  Object.fromEntries([...balances].filter(([, minor]) => minor !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)));

let runs = 0;

test("any sequence of postings leaves the books as the model says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbOp, { minLength: 1, maxLength: 14 }), async (ops) => {
      runs++;
      const run = `r${runs}`;
      const model: Model = { balances: new Map(), keys: new Map() };
      for (const [index, op] of ops.entries()) {
        const key = op.kind === "repeat" ? `${run}:fixed:${op.deal}` : `${run}:${index}`;
        const lines = linesOf(op, run);
        expect(await actual(key, lines)).toBe(expected(model, key, lines));
        expect(withoutZeros(await booksSay(run))).toEqual(withoutZeros(model.balances));
      }
      const { rows } = await db.pool.query("SELECT COALESCE(sum(minor), 0)::text AS sum FROM line");
      expect(rows[0]).toEqual({ sum: "0" });
    }),
    { numRuns: 40 },
  );
}, 120_000);
