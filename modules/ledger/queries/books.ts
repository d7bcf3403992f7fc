import type { z } from "zod";
import { query } from "@/infra/verb/query";
import { type Actor, isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { readPage } from "@/kernel/page";
import {
  accountSums,
  balanceAfter,
  dealBalances,
  type EntryRow,
  findEntry,
  journal,
  type LineRow,
  linesAfter,
  type TotalRow,
  totalsOf,
} from "../repository/books";
import {
  AccountPage,
  AccountRequest,
  EntryRequest,
  type EntryWire,
  EntryWithLines,
  Journal,
  JournalOrder,
  JournalRequest,
  LineOrder,
  type LineWire,
} from "../schema";

/** The books are the operator's; for everybody else they are not there. */
export function operatorOnly(actor: Actor): void {
  if (!isOperator(actor, "operator:read")) throw notFound("page of the books");
}

/** Entries, newest first, with their lines summed per account and deal. */
export const readJournal = query({
  name: "ledger.journal",
  scope: "operator:read",
  input: JournalRequest,
  output: Journal,
  async run({ actor }, ask) {
    operatorOnly(actor);
    return entriesPage(ask);
  },
});

/** One entry with a page of its lines, in the order they were posted. */
export const readEntry = query({
  name: "ledger.entry",
  scope: "operator:read",
  input: EntryRequest,
  output: EntryWithLines,
  async run({ actor }, ask) {
    operatorOnly(actor);
    const entry = await findEntry(ask.entryId);
    if (entry === null) throw notFound("entry");
    const afterId = ask.cursor?.[0] ?? 0n;
    const page = await readPage(
      ask.limit,
      (take) => linesAfter({ entryNo: entry.no, afterId, take }),
      ({ id }) => LineOrder.write(String(id)),
    );
    const totals = await totalsOf([entry.no]);
    return {
      entry: wireEntry(entry, totals),
      items: page.items.map(wireLine),
      nextCursor: page.nextCursor,
    };
  },
});

const DEALS_SHOWN = 100;

/** One ledger account: balance per currency, by deal, and the entries that touched it. */
export const readLedgerAccount = query({
  name: "ledger.account",
  scope: "operator:read",
  input: AccountRequest,
  output: AccountPage,
  async run({ actor }, ask) {
    operatorOnly(actor);
    const sums = (await accountSums(null)).filter((sum) => sum.code === ask.account);
    const first = sums[0];
    if (first === undefined) throw notFound("ledger account");
    const sign = first.normalSide === "debit" ? 1n : -1n;
    const deals = await dealBalances(ask.account, DEALS_SHOWN);
    const page = await entriesPage(ask);
    return {
      account: ask.account,
      title: first.title,
      normalSide: first.normalSide,
      balances: sums.flatMap((sum) =>
        sum.currency === null
          ? []
          : [{ currency: sum.currency, balanceMinor: String(sign * (sum.debit - sum.credit)) }],
      ),
      deals: deals.map((deal) => ({
        dealId: deal.dealId || null,
        currency: deal.currency,
        balanceMinor: String(sign * deal.minor),
      })),
      items: page.items,
      running: await runningOf(ask.account, sign, page.items),
      nextCursor: page.nextCursor,
    };
  },
});

/** What each entry of a page changes on one account, and what stands there after it; the page is newest first. */
async function runningOf(
  account: string,
  sign: bigint,
  entries: z.input<typeof Journal>["items"],
): Promise<z.input<typeof AccountPage>["running"]> {
  const [newest] = entries;
  if (newest === undefined) return [];
  const balance = new Map(await balanceAfter(account, BigInt(newest.no)));
  return entries.flatMap((entry) => {
    const change = new Map<string, bigint>();
    for (const total of entry.totals)
      if (total.account === account)
        change.set(
          total.currency,
          (change.get(total.currency) ?? 0n) + BigInt(total.debitMinor) - BigInt(total.creditMinor),
        );
    return [...change].map(([currency, minor]) => {
      const after = balance.get(currency) ?? 0n;
      balance.set(currency, after - minor);
      return {
        entryId: entry.id,
        currency,
        changeMinor: String(sign * minor),
        balanceMinor: String(sign * after),
      };
    });
  });
}

async function entriesPage(ask: z.output<typeof JournalRequest>): Promise<z.input<typeof Journal>> {
  const filter = {
    beforeNo: ask.cursor?.[0] ?? null,
    ...(ask.account === undefined ? {} : { account: ask.account }),
    ...(ask.causeId === undefined ? {} : { causeId: ask.causeId }),
  };
  const page = await readPage(
    ask.limit,
    (take) => journal({ ...filter, take }),
    ({ no }) => JournalOrder.write(String(no)),
  );
  const totals = await totalsOf(page.items.map((row) => row.no));
  return { items: page.items.map((row) => wireEntry(row, totals)), nextCursor: page.nextCursor };
}

/** An entry as it travels, with its sums. */
export function wireEntry(
  row: EntryRow,
  totals: ReadonlyMap<string, readonly TotalRow[]>,
): z.input<typeof EntryWire> {
  return {
    id: row.id,
    no: String(row.no),
    cause: row.cause,
    causeId: row.causeId,
    memo: row.memo,
    effectiveAt: row.effectiveAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    actor: row.actor,
    reversesId: row.reversesId,
    reversedById: row.reversedById,
    lines: String(row.lines),
    totals: (totals.get(String(row.no)) ?? []).map((total) => ({
      account: total.account as z.input<typeof AccountRequest>["account"],
      dealId: total.dealId || null,
      currency: total.currency,
      debitMinor: String(total.debit),
      creditMinor: String(total.credit),
      lines: String(total.lines),
    })),
  };
}

/** A line as it travels. */
export function wireLine(row: LineRow): z.input<typeof LineWire> {
  return {
    id: String(row.id),
    account: row.account,
    holder: row.holder,
    dealId: row.dealId ?? null,
    currency: row.currency,
    minor: String(row.minor),
  };
}
