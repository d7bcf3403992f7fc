import { useTranslations } from "next-intl";
import type { AllocationWire } from "@/modules/allocation/schema";
import { MoneyText } from "@/ui/money";
import { NumberText } from "@/ui/numbers";
import { Stat, Stats } from "@/ui/stat";

/** The totals of a split. */
export function Figures({ view }: { view: AllocationWire }) {
  const t = useTranslations("allocation.figures");
  const { totals, paid } = view;
  if (totals === null || paid === null) return null;
  return (
    <Stats>
      <Stat label={t("paid")} tone="good" value={<MoneyText money={paid} />} />
      <Stat
        label={t("contributors")}
        value={<NumberText value={totals.contributors} />}
        hint={t("refused", { n: Number(totals.refusedContributors) })}
      />
      <Stat
        label={t("items")}
        value={<NumberText value={totals.rows} />}
        hint={t("tokens", { n: Number(totals.tokens) })}
      />
    </Stats>
  );
}
