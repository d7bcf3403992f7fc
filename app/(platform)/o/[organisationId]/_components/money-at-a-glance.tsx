import { useTranslations } from "next-intl";
import type { PlatformMoney } from "@/modules/earnings/queries/platform-money";
import { Stat, Stats } from "@/ui/chart/stat";
import { MoneyText } from "@/ui/text/money";

type One = PlatformMoney["currencies"][number];

/** A platform's money by currency. Agreed, expected and received amounts are shown next to each other and never added. */
export function MoneyAtAGlance({ money, of }: { money: PlatformMoney; of: string }) {
  return (
    <div className="flex flex-col gap-10">
      {money.currencies.map((one) => (
        <OfCurrency key={one.currency} one={one} of={of} heading={money.currencies.length > 1} />
      ))}
    </div>
  );
}

function OfCurrency({ one, of, heading }: { one: One; of: string; heading: boolean }) {
  const t = useTranslations("deals.home.money");
  const { currency } = one;
  const money = (part: string, minor: string | bigint) => (
    <MoneyText money={{ currency, minor }} figure={`platform.${part}:${of}:${currency}`} />
  );
  const kept = BigInt(one.heldMinor) + BigInt(one.reserveMinor);
  return (
    <div className="flex flex-col gap-6">
      {heading && (
        <h3 translate="no" className="font-sans text-sm font-medium tracking-normal text-muted">
          {currency}
        </h3>
      )}
      <Stats>
        {one.agreed.deals > 0 && (
          <Stat
            label={t("agreed")}
            value={money("agreed", one.agreed.minor)}
            hint={t("agreedHint", { n: one.agreed.deals })}
          />
        )}
        {one.expected.deals > 0 && (
          <Stat
            label={t("expected")}
            tone="waiting"
            value={money("expected", one.expected.minor)}
            hint={t("expectedHint", { n: one.expected.deals })}
          />
        )}
        {one.received.deals > 0 && (
          <Stat
            label={t("received")}
            value={money("received", one.received.minor)}
            hint={t("receivedHint", { n: one.received.deals })}
          />
        )}
      </Stats>
      {one.received.deals > 0 && (
        <Stats>
          <Stat
            label={t("payable")}
            tone="good"
            value={money("payable", one.payableMinor)}
            hint={t("payableHint")}
          />
          <Stat
            label={t("unclaimed")}
            value={money("unclaimed", one.unclaimedMinor)}
            hint={t("unclaimedHint")}
          />
          <Stat label={t("kept")} value={money("kept", kept)} hint={t("keptHint")} />
          <Stat label={t("retained")} value={money("retained", one.retainedMinor)} hint={t("retainedHint")} />
          <Stat label={t("fee")} value={money("fee", one.feeMinor)} hint={t("feeHint")} />
          {one.undividedMinor !== "0" && (
            <Stat
              label={t("undivided")}
              tone="waiting"
              value={money("undivided", one.undividedMinor)}
              hint={t("undividedHint")}
            />
          )}
        </Stats>
      )}
    </div>
  );
}
