import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { BalanceWire, Statement } from "@/modules/ledger/schema";
import { Stat, Stats } from "@/ui/chart/stat";
import { MoneyText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";
import { minorOf, type Sum } from "../../_components/money-now";

type Balance = z.output<typeof BalanceWire>;

const PARTS = [
  { part: "payable", minor: "payableMinor" },
  { part: "in_transit", minor: "inTransitMinor" },
  { part: "held", minor: "heldMinor" },
] as const;

/**
 * One row of figures a currency: now, or at both ends of the period. They are never added: each part can do something
 * else.
 */
export function BalanceStats({
  statement,
  onHold,
}: {
  statement: z.output<typeof Statement>;
  /** On hold under handles of theirs that are disputed, as of now. */
  onHold: readonly Sum[];
}) {
  const t = useTranslations("statement.balance");
  const { from, to, opening, closing } = statement;
  // A dispute is about now: a statement of a past period does not say what is on hold today.
  const held = to === null ? onHold : [];
  const withHold = currenciesOf(closing, held).map((currency) => {
    const balance = closing.find((one) => one.currency === currency) ?? { ...NOTHING, currency };
    const heldMinor = String(BigInt(balance.heldMinor) + BigInt(minorOf(held, currency)));
    return { ...balance, heldMinor };
  });
  const shown = withHold.filter((balance) => PARTS.some(({ minor }) => balance[minor] !== "0"));
  if (shown.length === 0) return null;
  const date = (day: string) => ({ date: () => <DateText at={`${day}T00:00:00Z`} /> });
  return (
    <div className="flex flex-col gap-6">
      {shown.map((balance) => (
        <Stats key={balance.currency}>
          {from !== null && (
            <Stat
              label={t("opening")}
              hint={t.rich("openingHint", date(from))}
              value={
                <MoneyText
                  money={{ currency: balance.currency, minor: payableAt(opening, balance.currency) }}
                  figure={`me.before:${from}:${balance.currency}`}
                />
              }
            />
          )}
          {PARTS.filter(({ part, minor }) => part === "payable" || balance[minor] !== "0").map(
            ({ part, minor }) => (
              <Stat
                key={part}
                label={t(part === "payable" && to !== null ? "closing" : part)}
                hint={part === "payable" && to !== null ? t.rich("closingHint", date(to)) : t(`${part}Hint`)}
                tone={part === "payable" ? "good" : "waiting"}
                value={
                  <MoneyText
                    money={{ currency: balance.currency, minor: balance[minor] }}
                    figure={`me.${FIGURES[part]}${to === null ? "" : `_after:${to}`}:${balance.currency}`}
                  />
                }
              />
            ),
          )}
        </Stats>
      ))}
    </div>
  );
}

const FIGURES = { payable: "available", in_transit: "transit", held: "held" } as const;
const NOTHING = { payableMinor: "0", heldMinor: "0", unclaimedMinor: "0", inTransitMinor: "0" };

const currenciesOf = (...lists: readonly (readonly { currency: string }[])[]): string[] =>
  [...new Set(lists.flat().map(({ currency }) => currency))].sort();

const payableAt = (balances: readonly Balance[], currency: string): string =>
  balances.find((balance) => balance.currency === currency)?.payableMinor ?? "0";
