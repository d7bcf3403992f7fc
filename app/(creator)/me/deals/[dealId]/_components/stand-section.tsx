import { useTranslations } from "next-intl";
import type { MyDealDetail } from "@/modules/deals/schema/contributor";
import type { EstimateWire, PaymentWire } from "@/modules/earnings/schema";
import { Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { Standings } from "./standings";
import { presenceOf, summaryOf } from "./stood";

type Props = {
  deal: MyDealDetail;
  line: PaymentWire | null;
  estimate: EstimateWire | null;
  preparing: boolean;
};

/** In one sentence whether this person is in the deal; then handle by handle, and why. */
export function StandSection({ deal, line, estimate, preparing }: Props) {
  const t = useTranslations("touching.deal");
  const lines = line?.lines ?? [];
  const sealed = deal.sealedAt !== null;
  const terms = (chunks: React.ReactNode) => <TextLink href="/me/terms">{chunks}</TextLink>;
  if (deal.standings.length === 0)
    return (
      <Section title={t("stand")}>
        <p className="text-muted">{t(line === null ? "lateNone" : "late")}</p>
      </Section>
    );
  return (
    <Section title={t("stand")} lead={t.rich(leadOf(deal), { terms })}>
      <p className="mb-5 font-serif text-xl">
        {t(`summary.${summaryOf(deal, lines, presenceOf(deal, { line, estimate, preparing }))}`)}
      </p>
      <Standings standings={deal.standings} lines={lines} sealed={sealed} />
    </Section>
  );
}

/** What decides: the terms and an answer that can still be given, was given, or counted at the seal. */
const leadOf = ({ sealedAt, choice }: MyDealDetail) =>
  sealedAt !== null ? "stoodLead" : choice.open ? "standLead" : "decideLead";
