import type { z } from "zod";
import type { BalanceWire } from "@/modules/ledger/schema";
import { MoneyText } from "@/ui/money";
import { Stat, Stats } from "@/ui/stat";

type Balance = z.output<typeof BalanceWire>;
type Sum = Readonly<{ currency: string; minor: string }>;

/** Amounts added up per currency. */
export function sumsOf(items: readonly Readonly<{ amount: Sum }>[]): Sum[] {
  const sums = new Map<string, bigint>();
  for (const { amount } of items)
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + BigInt(amount.minor));
  return [...sums].map(([currency, minor]) => ({ currency, minor: minor.toString() }));
}

/**
 * `pending`: what sealed deals owe and nobody has paid yet; `waiting`: what is held for claimed handles. What is yours, what is on its way and what is held, per currency. These are never added together: only the first may
 * be paid out.
 */
export function BalanceFigures({
  balances,
  pending,
  waiting,
}: {
  balances: readonly Balance[];
  pending: readonly Sum[];
  waiting: readonly Sum[];
}) {
  const currencies = [...new Set([...balances, ...pending, ...waiting].map((sum) => sum.currency))];
  const shown = currencies.length === 0 ? ["USD"] : currencies;
  return (
    <div className="flex flex-col gap-8">
      {shown.map((currency) => (
        <Figures
          key={currency}
          currency={currency}
          balance={balances.find((one) => one.currency === currency)}
          pendingMinor={pending.find((one) => one.currency === currency)?.minor ?? "0"}
          waitingMinor={waiting.find((one) => one.currency === currency)?.minor}
        />
      ))}
    </div>
  );
}

function Figures({
  currency,
  balance,
  pendingMinor,
  waitingMinor,
}: {
  currency: string;
  balance: Balance | undefined;
  pendingMinor: string;
  waitingMinor: string | undefined;
}) {
  const money = (minor: string | undefined) => <MoneyText money={{ currency, minor: minor ?? "0" }} />;
  const some = (minor: string | undefined) => minor !== undefined && minor !== "0";
  return (
    <Stats>
      <Stat label="Yours" tone="good" value={money(balance?.payableMinor)} hint="Posted, to be paid out" />
      <Stat
        label="Pending"
        tone={pendingMinor === "0" ? "neutral" : "waiting"}
        value={money(pendingMinor)}
        hint="In sealed deals whose payment has not come in"
      />
      {some(balance?.inTransitMinor) && (
        <Stat label="On its way" value={money(balance?.inTransitMinor)} hint="Sent, not yet arrived" />
      )}
      {some(balance?.heldMinor) && (
        <Stat
          label="Held"
          tone="waiting"
          value={money(balance?.heldMinor)}
          hint="Until a dispute is settled"
        />
      )}
      {some(waitingMinor) && (
        <Stat
          label="Waiting for your proof"
          tone="waiting"
          value={money(waitingMinor)}
          hint="Held for handles you have claimed and not proved"
        />
      )}
    </Stats>
  );
}
