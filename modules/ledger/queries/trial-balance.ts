import type { z } from "zod";
import { query } from "@/infra/verb/query";
import { sumOf } from "@/kernel/sum";
import type { LedgerAccount } from "../domain/chart";
import { type AccountSum, accountSums } from "../repository/books";
import { TrialBalance, TrialBalanceRequest } from "../schema";
import { operatorOnly } from "./books";

type CurrencyWire = z.input<typeof TrialBalance>["currencies"][number];

/** All accounts with their debits and credits per currency, from the journal itself; as of the end of a day when asked. */
export const readTrialBalance = query({
  name: "ledger.trial_balance",
  scope: "operator:read",
  input: TrialBalanceRequest,
  output: TrialBalance,
  async run({ actor }, { asOf }) {
    operatorOnly(actor);
    const sums = await accountSums(asOf === undefined ? null : new Date(`${asOf}T23:59:59.999Z`));
    const currencies = [...new Set(sums.flatMap((sum) => sum.currency ?? []))];
    return { asOf: asOf ?? null, currencies: currencies.map((currency) => ofCurrency(currency, sums)) };
  },
});

function ofCurrency(currency: string, sums: readonly AccountSum[]): CurrencyWire {
  const rows = sums.filter((sum) => sum.currency === currency);
  const debit = sumOf(rows, (row) => row.debit);
  const credit = sumOf(rows, (row) => row.credit);
  return {
    currency,
    debitMinor: String(debit),
    creditMinor: String(credit),
    balanced: debit === credit,
    rows: rows.map((row) => ({
      account: row.code as LedgerAccount,
      title: row.title,
      normalSide: row.normalSide,
      debitMinor: String(row.debit),
      creditMinor: String(row.credit),
      balanceMinor: String(row.normalSide === "debit" ? row.debit - row.credit : row.credit - row.debit),
      lines: String(row.lines),
    })),
  };
}
