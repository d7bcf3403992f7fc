import { useTranslations } from "next-intl";
import type { z } from "zod";
import { isCurrency } from "@/kernel/money";
import { payoutMinimum } from "@/kernel/payout-minimum";
import { sumOf } from "@/kernel/sum";
import type { BalanceWire } from "@/modules/ledger/schema";
import { Stat, Stats } from "@/ui/chart/stat";
import { MoneyText } from "@/ui/text/money";

type Balance = z.output<typeof BalanceWire>;
export type Sum = Readonly<{ currency: string; minor: string }>;

type Props = {
  balances: readonly Balance[];
  /** What sealed deals owe and nobody has paid yet. */
  pending: readonly Sum[];
  /** What is held for claimed handles. */
  waiting: readonly Sum[];
  /** What is on hold under handles of theirs that are disputed. */
  onHold: readonly Sum[];
};

/** What is theirs, pending and held, a currency at a time. Never added together: only the first may be paid out. */
export function MoneyNow({ balances, pending, waiting, onHold }: Props) {
  const t = useTranslations("creator.home.money");
  const currencies = [
    ...new Set([...balances, ...pending, ...waiting, ...onHold].map((sum) => sum.currency)),
  ];
  return (
    <div className="flex flex-col gap-8">
      {(currencies.length === 0 ? ["USD"] : currencies).map((currency) => (
        <OneCurrency
          key={currency}
          currency={currency}
          balance={balances.find((one) => one.currency === currency)}
          pendingMinor={minorOf(pending, currency)}
          waitingMinor={minorOf(waiting, currency)}
          onHoldMinor={minorOf(onHold, currency)}
        />
      ))}
      <p className="max-w-[60ch] text-sm text-muted">{t("payouts")}</p>
    </div>
  );
}

export const minorOf = (sums: readonly Sum[], currency: string): string =>
  String(
    sumOf(
      sums.filter((one) => one.currency === currency),
      (one) => BigInt(one.minor),
    ),
  );

function OneCurrency({
  currency,
  balance,
  pendingMinor,
  waitingMinor,
  onHoldMinor,
}: {
  currency: string;
  balance: Balance | undefined;
  pendingMinor: string;
  waitingMinor: string;
  onHoldMinor: string;
}) {
  const t = useTranslations("creator.home.money");
  const payable = balance?.payableMinor ?? "0";
  const others = [
    { part: "pending", minor: pendingMinor, always: true },
    { part: "transit", minor: balance?.inTransitMinor ?? "0", always: false },
    {
      part: "held",
      minor: String(BigInt(balance?.heldMinor ?? 0) + BigInt(onHoldMinor)),
      always: false,
    },
    { part: "waiting", minor: waitingMinor, always: false },
  ] as const;
  return (
    <div className="flex flex-col gap-5">
      <Stats>
        <Stat
          label={t("available")}
          tone="good"
          value={<MoneyText money={{ currency, minor: payable }} figure={`me.available:${currency}`} />}
          hint={t("availableHint")}
        />
        {others
          .filter(({ minor, always }) => always || minor !== "0")
          .map(({ part, minor }) => (
            <Stat
              key={part}
              label={t(part)}
              tone={minor === "0" ? "neutral" : "waiting"}
              value={<MoneyText money={{ currency, minor }} figure={`me.${part}:${currency}`} />}
              hint={t(`${part}Hint`)}
            />
          ))}
      </Stats>
      <TowardsMinimum currency={currency} payable={BigInt(payable)} />
    </div>
  );
}

/** How far the available money is from the least that is paid out; what is below is carried forward. */
function TowardsMinimum({ currency, payable }: { currency: string; payable: bigint }) {
  const t = useTranslations("creator.home.money");
  if (!isCurrency(currency)) return null;
  const least = payoutMinimum(currency);
  const isThere = payable >= least;
  const width = isThere ? 100 : Number((payable * 1000n) / least) / 10;
  const amounts = {
    available: () => <MoneyText money={{ currency, minor: payable }} figure={`me.available:${currency}`} />,
    minimum: () => (
      <MoneyText money={{ currency, minor: least }} figure={`limit.payout_minimum:${currency}`} />
    ),
  };
  return (
    <div className="max-w-md text-sm">
      <div
        role="progressbar"
        aria-label={t("minimum")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(width)}
        className="mb-1.5 h-1.5 overflow-hidden rounded-full bg-rule"
      >
        <div className="h-full rounded-full bg-accent" style={{ width: `${width}%` }} />
      </div>
      <p className="text-muted">{t.rich(isThere ? "reached" : "below", amounts)}</p>
    </div>
  );
}
