import { useTranslations } from "next-intl";
import type { MyDealDetail } from "@/modules/deals/contributor-schema";
import { Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { Standings } from "./standings";

/** In one sentence whether this person is in the deal; then handle by handle, and why. */
export function StandSection({ deal }: { deal: MyDealDetail }) {
  const t = useTranslations("touching.deal");
  return (
    <Section
      title={t("stand")}
      lead={t.rich("standLead", { terms: (chunks) => <TextLink href="/me/terms">{chunks}</TextLink> })}
    >
      {deal.standings.length === 0 ? (
        <p className="text-muted">{t("late")}</p>
      ) : (
        <>
          <p className="mb-5 font-serif text-xl">{t(`summary.${summaryOf(deal)}`)}</p>
          <Standings standings={deal.standings} sealed={deal.sealedAt !== null} />
        </>
      )}
    </Section>
  );
}

function summaryOf({ choice, standings }: MyDealDetail) {
  if (choice.choice === "object") return "objected";
  if (choice.choice === "join") return "joined";
  const seen = new Set(standings.map((one) => one.included));
  if (seen.size > 1) return "some";
  if (seen.has("yes")) return "in";
  return seen.has("if_price_met") ? "price" : "out";
}
