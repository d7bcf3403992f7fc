import { useTranslations } from "next-intl";
import type { z } from "zod";
import { sumOf } from "@/kernel/sum";
import type { BalanceWire } from "@/modules/ledger/schema";
import { Section } from "@/ui/page/page";
import { Definitions } from "@/ui/text/definition";
import { MoneyText } from "@/ui/text/money";

type Sum = Readonly<{ currency: string; minor: string }>;
type Props = {
  balances: readonly z.output<typeof BalanceWire>[];
  /** What sealed deals owe that is not on the books yet. */
  pending: readonly Sum[];
  /** What is held for claimed handles. */
  waiting: readonly Sum[];
  /** What is on hold under handles of theirs that are disputed. */
  onHold: readonly Sum[];
};

const sumIn = (sums: readonly Sum[], currency: string): bigint =>
  sumOf(
    sums.filter((one) => one.currency === currency),
    (one) => BigInt(one.minor),
  );

/** A person's money by what becomes of it; its parts are never added together. */
export function MoneyAtStake({ balances, pending, waiting, onHold }: Props) {
  const t = useTranslations("settings.delete.money");
  const currencies = [
    ...new Set([...balances, ...pending, ...waiting, ...onHold].map((sum) => sum.currency)),
  ].sort();
  const parts = currencies.flatMap((currency) => {
    const balance = balances.find((one) => one.currency === currency);
    return [
      { part: "payable", hint: t("payableHint"), currency, minor: BigInt(balance?.payableMinor ?? 0) },
      { part: "transit", hint: null, currency, minor: BigInt(balance?.inTransitMinor ?? 0) },
      {
        part: "held",
        hint: null,
        currency,
        minor: BigInt(balance?.heldMinor ?? 0) + sumIn(onHold, currency),
      },
      { part: "pending", hint: t("pendingHint"), currency, minor: sumIn(pending, currency) },
      { part: "waiting", hint: t("waitingHint"), currency, minor: sumIn(waiting, currency) },
    ] as const;
  });
  const standing = parts.filter(({ minor }) => minor !== 0n);
  return (
    <Section title={t("title")} lead={t("lead")}>
      {standing.length === 0 ? (
        <p>{t("nothing")}</p>
      ) : (
        <Definitions
          items={standing.map(({ part, hint, currency, minor }) => ({
            term: t(part),
            value: (
              <MoneyText
                money={{ currency, minor: String(minor) }}
                figure={`me.${part === "payable" ? "available" : part}:${currency}`}
              />
            ),
            hint,
          }))}
        />
      )}
      <p className="max-w-[68ch] text-muted">{t("later")}</p>
    </Section>
  );
}
