import { useTranslations } from "next-intl";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import { Stat, Stats } from "@/ui/chart/stat";
import { MoneyText } from "@/ui/text/money";
import { NumberText } from "@/ui/text/numbers";

/** The totals of a split; of a cancelled deal, what would have been. */
export function Figures({ view, cancelled }: { view: AllocationWire; cancelled: boolean }) {
  const t = useTranslations("allocation.figures");
  const { totals, paid } = view;
  if (totals === null || paid === null) return null;
  const empty = Number(totals.emptyContributors ?? 0);
  return (
    <Stats>
      <Stat
        label={t(view.sealedAt === null || cancelled ? "wouldGo" : "paid")}
        tone="good"
        value={<MoneyText money={paid} figure={`split.paid:${view.id}`} />}
      />
      <Stat
        label={t("contributors")}
        value={<NumberText value={totals.contributors} figure={`split.contributors:${view.id}`} />}
        hint={
          <>
            {empty > 0 && <span className="block">{t("empty", { n: empty })}</span>}
            {t("refused", { n: Number(totals.refusedContributors) })}
          </>
        }
      />
      <Stat
        label={t("items")}
        value={<NumberText value={totals.rows} figure={`split.rows:${view.id}`} />}
        hint={t("tokens", { n: Number(totals.tokens) })}
      />
    </Stats>
  );
}
