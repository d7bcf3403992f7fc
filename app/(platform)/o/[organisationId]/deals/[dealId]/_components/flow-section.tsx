import { useTranslations } from "next-intl";
import { MoneyFlow } from "@/app/_flow/money-flow";
import type { DealView } from "@/modules/deals/schema/deal";
import type { DealFlowWire } from "@/modules/earnings/flow-schema";
import { Section } from "@/ui/page/page";
import { Badge } from "@/ui/text/badge";
import { InstantText } from "@/ui/text/numbers";

const TONES = {
  terms: "waiting",
  preview: "waiting",
  sealed: "good",
  ledger: "good",
  cancelled: "neutral",
} as const;

/** The money of the deal to the last minor unit: by its terms, its newest split or the books; of a cancelled one, what would have been. */
export function FlowSection({ deal, flow }: { deal: DealView; flow: DealFlowWire }) {
  const t = useTranslations("flow.section");
  const cancelled = deal.state === "cancelled";
  const source = cancelled ? "cancelled" : flow.source;
  return (
    <Section
      id="money"
      title={
        <span className="flex flex-wrap items-center gap-3">
          {t("title")}
          <span className="font-sans text-base leading-none tracking-normal">
            <Badge tone={TONES[source]}>{t(`${source}Badge`)}</Badge>
          </span>
        </span>
      }
      lead={t.rich(source, { currency: flow.currency, at: () => <InstantText at={flow.at} /> })}
    >
      <MoneyFlow
        flow={flow}
        of={deal.id}
        payer={deal.licensee.name}
        platform={deal.platform.name}
        cancelled={cancelled}
      />
    </Section>
  );
}
