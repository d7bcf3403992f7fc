import { z } from "zod";
import { query } from "@/infra/verb/query";
import { type Actor, personIdOr } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { readPage } from "@/kernel/page";
import { dayAfter, END_OF_TIME, startOf } from "@/kernel/time";
import { holderBalance } from "../domain/balance";
import { personHolder } from "../domain/chart";
import { holderBalances } from "../holders/holder-balances";
import { monthsOf, type StatementRow, statementRows, sumsBefore } from "../repository/holders";
import {
  Balances,
  type BalanceWire,
  Statement,
  StatementLine,
  StatementMonths,
  StatementOrder,
  StatementRequest,
} from "../schema";

/** The person whose money this is; an organisation's key and a job have none. */
const ownHolder = (actor: Actor): string => personHolder(personIdOr(actor, () => notFound("statement")));

/** The caller's own balances per currency: pending, held and paid parts stay apart. */
export const readBalances = query({
  name: "ledger.balances",
  scope: "ledger:read",
  input: z.object({}),
  output: Balances,
  async run({ actor }) {
    const holder = ownHolder(actor);
    return { items: ((await holderBalances([holder])).get(holder) ?? []).map(balanceWire) };
  },
});

/** Every entry that touches the caller, newest first, with the balance after each line. */
export const readStatement = query({
  name: "ledger.statement",
  scope: "ledger:read",
  input: StatementRequest,
  output: Statement,
  async run({ actor }, ask) {
    const holder = ownHolder(actor);
    const from = ask.from === undefined ? null : startOf(ask.from);
    const to = ask.to === undefined ? null : dayAfter(ask.to);
    if (from !== null && to !== null && from >= to)
      throw new DomainError("INVALID_INPUT", "to: the period ends before it starts.", {
        faults: [{ path: "to", message: "not before `from`" }],
      });
    const before = ask.cursor === undefined ? null : { at: ask.cursor[0], id: ask.cursor[1] };
    const page = await readPage(
      ask.limit,
      (take) => statementRows({ holder, from, to, before, cause: ask.kind ?? null, take }),
      (row) => StatementOrder.write(row.effectiveAt.toISOString(), String(row.id)),
    );
    const opening = from === null ? [] : holderBalance(await sumsBefore(holder, from));
    const closing = holderBalance(await sumsBefore(holder, to ?? END_OF_TIME));
    return {
      from: ask.from ?? null,
      to: ask.to ?? null,
      opening: opening.map(balanceWire),
      closing: closing.map(balanceWire),
      items: page.items.map(line),
      nextCursor: page.nextCursor,
    };
  },
});

/** What came and went, month by month: the overview of a statement, and the bars of a home. One query. */
export const readStatementMonths = query({
  name: "ledger.statement_months",
  scope: "ledger:read",
  input: z.object({}),
  output: StatementMonths,
  async run({ actor }) {
    const months = await monthsOf(ownHolder(actor));
    return {
      items: months.map(({ inMinor, outMinor, closingMinor, ...month }) => ({
        ...month,
        inMinor: String(inMinor),
        outMinor: String(outMinor),
        closingMinor: String(closingMinor),
      })),
    };
  },
});

/** The newest lines alone, without the balances around them: one query. */
export const recentLines = query({
  name: "ledger.recent_lines",
  scope: "ledger:read",
  input: z.object({ take: z.number().int().min(1).max(25) }),
  output: z.object({ items: z.array(StatementLine) }),
  async run({ actor }, { take }) {
    const holder = ownHolder(actor);
    const rows = await statementRows({ holder, from: null, to: null, before: null, cause: null, take });
    return { items: rows.map(line) };
  },
});

/** A balance as it travels. */
export function balanceWire(balance: ReturnType<typeof holderBalance>[number]): z.input<typeof BalanceWire> {
  return {
    currency: balance.currency,
    payableMinor: String(balance.payableMinor),
    heldMinor: String(balance.heldMinor),
    unclaimedMinor: String(balance.unclaimedMinor),
    inTransitMinor: String(balance.inTransitMinor),
  };
}

function line(row: StatementRow): z.input<typeof StatementLine> {
  const part =
    row.account === "payable" || row.account === "held" || row.account === "in_transit"
      ? row.account
      : "other";
  return {
    lineId: String(row.id),
    entryId: row.entryId,
    entryNo: String(row.entryNo),
    effectiveAt: row.effectiveAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    cause: row.cause,
    causeId: row.causeId,
    memo: row.memo,
    dealId: row.dealId,
    part,
    currency: row.currency,
    amountMinor: String(-row.minor),
    balanceMinor: String(-row.balance),
  };
}
