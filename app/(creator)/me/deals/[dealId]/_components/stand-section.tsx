import { useTranslations } from "next-intl";
import type { PaymentWire } from "@/modules/allocation/own-schema";
import type { MyDealDetail } from "@/modules/deals/contributor-schema";
import { Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { Standings } from "./standings";
import { summaryOf } from "./stood";

/** In one sentence whether this person is in the deal; then handle by handle, and why. */
export function StandSection({ deal, lines }: { deal: MyDealDetail; lines: PaymentWire["lines"] }) {
  const t = useTranslations("touching.deal");
  return (
    <Section
      title={t("stand")}
      lead={t.rich(deal.choice.open ? "standLead" : "stoodLead", {
        terms: (chunks) => <TextLink href="/me/terms">{chunks}</TextLink>,
      })}
    >
      {deal.standings.length === 0 ? (
        <p className="text-muted">{t("late")}</p>
      ) : (
        <>
          <p className="mb-5 font-serif text-xl">{t(`summary.${summaryOf(deal, lines)}`)}</p>
          <Standings standings={deal.standings} lines={lines} sealed={deal.sealedAt !== null} />
        </>
      )}
    </Section>
  );
}
