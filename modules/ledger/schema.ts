import { z } from "zod";
import { Day, listOrder } from "@/kernel/wire";
import { type EntryCause, whyNotAlone } from "./domain/causes";
import { LEDGER_ACCOUNTS } from "./domain/chart";
import { EARNING } from "./domain/earning";

const minor = z.string().meta({ description: "Minor units as decimal text", example: "12345" });
const currency = z.string().meta({ description: "ISO 4217 code", example: "USD" });
const instant = z
  .string()
  .meta({ description: "UTC instant, ISO 8601", example: "2026-03-01T09:00:00.000Z" });

export const AccountCode = z.enum(LEDGER_ACCOUNTS);

/** What is yours, by what may be done with it. The parts are never added together. */
export const BalanceWire = z
  .object({
    currency,
    payableMinor: minor.meta({ description: "Posted and yours, not yet paid out" }),
    heldMinor: minor.meta({ description: "Held while a dispute is open" }),
    unclaimedMinor: minor.meta({ description: "Held for a handle that is not proved yet" }),
    inTransitMinor: minor.meta({ description: "Sent, not yet arrived" }),
  })
  .meta({ id: "Balance" });
export const Balances = z.object({ items: z.array(BalanceWire) });

export const StatementOrder = listOrder("statement", ["instant", "number"]);
export const JournalOrder = listOrder("journal", ["number"]);
export const LineOrder = listOrder("entry-lines", ["number"]);

export { type EntryCause, whyNotAlone };

/** On the wire it is open text, so that a cause which comes later breaks no program. */
const Cause = z.string() as unknown as z.ZodType<EntryCause, EntryCause>;

/** Why a line of a holder is there, as far as a statement can be asked for it. */
export const STATEMENT_KINDS = EARNING;

/** A statement's period: days of UTC, `from` and `to` both included; everything when left out. */
export const StatementRequest = z.object({
  from: Day.optional().meta({ description: "First day, included (UTC)" }),
  to: Day.optional().meta({ description: "Last day, included (UTC)" }),
  kind: z
    .enum(STATEMENT_KINDS)
    .optional()
    .meta({ description: "Only entries of this cause; balances stay those of all entries" }),
  ...StatementOrder.ask,
});

/** What came to and went from the balance that may be paid out, month by month (UTC), newest first. */
export const StatementMonths = z.object({
  items: z.array(
    z.object({
      month: z.string().meta({ description: "Year and month", example: "2026-03" }),
      currency,
      inMinor: minor.meta({ description: "What became yours" }),
      outMinor: minor.meta({ description: "What went from you, as a positive amount" }),
      closingMinor: minor.meta({ description: "Payable to you at the end of the month" }),
      lines: z.number().int(),
    }),
  ),
});

export const StatementLine = z
  .object({
    lineId: z.string(),
    entryId: z.string(),
    entryNo: z.string().meta({ description: "Journal number of the entry" }),
    effectiveAt: instant,
    recordedAt: instant,
    cause: Cause.meta({ description: "Why: allocation, handle_claim, dispute, reversal, …" }),
    causeId: z.string(),
    memo: z.string(),
    dealId: z.string().nullable(),
    part: z
      .enum(["payable", "held", "in_transit", "other"])
      .meta({ description: "Which of your balances it changes" }),
    currency,
    amountMinor: minor.meta({ description: "Above zero: to you; below zero: away from you" }),
    balanceMinor: minor.meta({ description: "That balance after this line" }),
  })
  .meta({ id: "StatementLine" });

export const Statement = z
  .object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    opening: z.array(BalanceWire).meta({ description: "Balances before the first day" }),
    closing: z.array(BalanceWire).meta({ description: "Balances after the last day" }),
    items: z.array(StatementLine),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "Statement" });

export const TrialBalanceRequest = z.object({ asOf: Day.optional() });
export const TrialBalance = z
  .object({
    asOf: z.string().nullable(),
    currencies: z.array(
      z.object({
        currency,
        debitMinor: minor,
        creditMinor: minor,
        balanced: z.boolean(),
        rows: z.array(
          z.object({
            account: AccountCode,
            title: z.string(),
            normalSide: z.enum(["debit", "credit"]),
            debitMinor: minor,
            creditMinor: minor,
            balanceMinor: minor.meta({ description: "On the account's normal side" }),
            lines: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "TrialBalance" });

export const EntryTotalWire = z.object({
  account: AccountCode,
  dealId: z.string().nullable(),
  currency,
  debitMinor: minor,
  creditMinor: minor,
  lines: z.string(),
});
export const EntryWire = z
  .object({
    id: z.string(),
    no: z.string(),
    cause: Cause,
    causeId: z.string(),
    memo: z.string(),
    effectiveAt: instant,
    recordedAt: instant,
    actor: z.string(),
    reversesId: z.string().nullable(),
    reversedById: z.string().nullable(),
    lines: z.string(),
    totals: z.array(EntryTotalWire),
  })
  .meta({ id: "Entry" });
export const JournalRequest = z.object({
  account: AccountCode.optional(),
  causeId: z.string().max(200).optional(),
  ...JournalOrder.ask,
});
export const Journal = z.object({ items: z.array(EntryWire), nextCursor: z.string().nullable() });

export const LineWire = z
  .object({
    id: z.string(),
    account: AccountCode,
    holder: z.string(),
    dealId: z.string().nullable(),
    currency,
    minor: minor.meta({ description: "Above zero: debit; below zero: credit" }),
  })
  .meta({ id: "Line" });
export const EntryRequest = z.object({
  entryId: z.string().min(1).max(100),
  ...LineOrder.ask,
});
export const EntryWithLines = z.object({
  entry: EntryWire,
  items: z.array(LineWire),
  nextCursor: z.string().nullable(),
});

export const AccountRequest = z.strictObject({ account: AccountCode, ...JournalOrder.ask });
export const AccountPage = z.object({
  account: AccountCode,
  title: z.string(),
  normalSide: z.enum(["debit", "credit"]),
  balances: z.array(z.object({ currency, balanceMinor: minor })),
  deals: z.array(z.object({ dealId: z.string().nullable(), currency, balanceMinor: minor })),
  items: z.array(EntryWire),
  running: z
    .array(z.object({ entryId: z.string(), currency, changeMinor: minor, balanceMinor: minor }))
    .meta({
      description: "What each entry shown changes here, and the balance after it, on the normal side",
    }),
  nextCursor: z.string().nullable(),
});

/** One stretch of the journal for an export, oldest first. */
export const JournalStretchRequest = z.object({
  afterNo: z.string().regex(/^\d{1,19}$/),
  afterLine: z.string().regex(/^\d{1,19}$/),
});
export const JournalStretch = z.object({
  entries: z.array(
    z.object({
      no: z.string(),
      memo: z.string(),
      cause: Cause,
      causeId: z.string(),
      effectiveAt: instant,
      recordedAt: instant,
      first: z
        .boolean()
        .meta({ description: "False when the entry's earlier lines were in the stretch before" }),
      lines: z.array(LineWire),
    }),
  ),
  next: z.object({ afterNo: z.string(), afterLine: z.string() }).nullable(),
});
