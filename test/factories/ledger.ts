import { Readable } from "node:stream";
import { transaction } from "@/infra/db";
import type { EntryLine } from "@/modules/ledger/domain/entry";
import type { HandleFacts, HandleStanding } from "@/modules/ledger/handle-facts";
import { postBulkEntry } from "@/modules/ledger/post-bulk-entry";
import { postEntry } from "@/modules/ledger/post-entry";
import { settleHandles } from "@/modules/ledger/settle-handle";

let made = 0;

/** Posts one entry in a database transaction of its own; a fresh idempotency key unless one is given. */
export async function anEntry(
  lines: readonly EntryLine[],
  header: Partial<Parameters<typeof postEntry>[1]> = {},
): Promise<{ entryId: string; posted: boolean }> {
  made++;
  return transaction((tx) =>
    postEntry(tx, {
      idempotencyKey: `test:${made}`,
      cause: "payout",
      causeId: `test_${made}`,
      memo: "A test entry",
      effectiveAt: new Date("2026-03-01T00:00:00Z"),
      actor: "system:test",
      lines,
      ...header,
    }),
  );
}

/** A deal's money in the bank. */
export async function aFundedPool(dealId: string, minor: bigint, currency = "USD"): Promise<string> {
  const { entryId } = await anEntry(
    [
      { account: "bank", holder: "remit", dealId, currency, minor },
      { account: "deal_pool", holder: `deal:${dealId}`, dealId, currency, minor: -minor },
    ],
    { idempotencyKey: `deal_funding:${dealId}`, cause: "deal_funding", causeId: dealId, memo: "Deal funded" },
  );
  return entryId;
}

/** A register of handles for tests of the books alone: who holds what is set by the test, nothing was paid straight. */
export function aRegister(): Map<string, HandleStanding> & Readonly<{ facts: HandleFacts }> {
  const standings = new Map<string, HandleStanding>();
  const facts: HandleFacts = {
    standing: async (_tx, { platformId, name }) =>
      standings.get(`handle:${platformId}:${name}`) ?? { held: null, lost: [] },
    paidStraight: async () => [],
    divide: async () => [],
  };
  return Object.assign(standings, { facts });
}

/**
 * An allocation as a royalty run posts it: by COPY, from the deal's pool to payable and unclaimed; then its handles are
 * followed as they stand with `facts`, where some are given.
 */
export async function anAllocation(
  dealId: string,
  shares: readonly Readonly<{ holder: string; minor: bigint }>[],
  currency = "USD",
  facts?: HandleFacts,
): Promise<string> {
  const pool = shares.reduce((sum, share) => sum + share.minor, 0n);
  const rows: [account: string, holder: string, minor: bigint][] = [["deal_pool", `deal:${dealId}`, pool]];
  for (const { holder, minor } of shares)
    rows.push([holder.startsWith("handle:") ? "unclaimed" : "payable", holder, -minor]);
  const text = (no: bigint) =>
    rows.map(([account, holder, minor]) =>
      [no, account, holder.replaceAll("\\", "\\\\"), dealId, currency, minor].join("\t").concat("\n"),
    );
  const moving = { effectiveAt: new Date("2026-03-02T00:00:00Z"), actor: "system:test" };
  const header = {
    ...moving,
    idempotencyKey: `allocation:${dealId}`,
    cause: "allocation" as const,
    causeId: dealId,
    memo: "Allocation",
    contentDigest: text(0n).join(""),
  };
  return transaction(async (tx) => {
    const { entryId } = await postBulkEntry(tx, header, async (no) => Readable.from(text(no)));
    const names = shares.flatMap(({ holder }) => {
      const [kind, platformId = "", ...name] = holder.split(":");
      return kind === "handle" ? [{ platformId, name: name.join(":") }] : [];
    });
    if (facts !== undefined) await settleHandles(tx, names, { facts, moving });
    return entryId;
  });
}
