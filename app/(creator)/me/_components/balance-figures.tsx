import type { z } from "zod";
import type { BalanceWire } from "@/modules/ledger/schema";
import { MoneyText } from "@/ui/money";
import { Stat, Stats } from "@/ui/stat";

type Balance = z.output<typeof BalanceWire>;
export type PendingSum = Readonly<{ currency: string; minor: string }>;

/**
 * What is yours, what is on its way and what is held, per currency. These are never added together: only the first may
 * be paid out.
 */
export function BalanceFigures({
  balances,
  pending,
}: {
  balances: readonly Balance[];
  pending: readonly PendingSum[];
}) {
  const currencies = [...new Set([...balances, ...pending].map((sum) => sum.currency))];
  const shown = currencies.length === 0 ? ["USD"] : currencies;
  return (
    <div className="flex flex-col gap-8">
      {shown.map((currency) => (
        <Figures
          key={currency}
          currency={currency}
          balance={balances.find((one) => one.currency === currency)}
          pendingMinor={pending.find((one) => one.currency === currency)?.minor ?? "0"}
        />
      ))}
    </div>
  );
}

function Figures({
  currency,
  balance,
  pendingMinor,
}: {
  currency: string;
  balance: Balance | undefined;
  pendingMinor: string;
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
      {some(balance?.unclaimedMinor) && (
        <Stat
          label="Waiting for your proof"
          tone="waiting"
          value={money(balance?.unclaimedMinor)}
          hint="Held for handles you have claimed and not proved"
        />
      )}
    </Stats>
  );
}
