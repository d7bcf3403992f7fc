import { getTranslations } from "next-intl/server";
import type { RegisterDealWire } from "@/modules/lookup/schema";
import { Definitions } from "@/ui/text/definition";
import { BpsText, DateText } from "@/ui/text/numbers";
import { mark } from "../../../_components/mark";

/** The terms of a sealed deal, as its contributors and its licensee saw them. */
export async function DealTerms({ deal }: { deal: RegisterDealWire }) {
  const t = await getTranslations("register");
  const share = (bps: number) => () => <BpsText bps={bps} />;
  const day = (at: string) => () => <DateText at={at} />;
  const reserve = deal.reserveReleaseOn;
  return (
    <Definitions
      items={[
        { term: t("deal.uses"), value: deal.uses.map((use) => t(`use.${use}`)).join(", ") },
        { term: t("deal.weights"), value: t(`weights.${deal.weights}`) },
        { term: t("deal.purpose"), value: t(`purpose.${deal.purpose}`) },
        {
          term: t("deal.term"),
          value:
            deal.termTo === null
              ? t.rich("deal.termOpen", { from: day(deal.termFrom) })
              : t.rich("deal.termClosed", { from: day(deal.termFrom), to: day(deal.termTo) }),
        },
        { term: t("deal.basis"), value: t(`basis.${deal.basis}`) },
        { term: t("deal.weighting"), value: t(`weighting.${deal.weighting}`) },
        {
          term: t("deal.contributorShare"),
          value: t.rich("deal.contributorShareValue", {
            share: share(deal.contributorShareBps),
            fee: share(deal.operatorFeeBps),
          }),
        },
        {
          term: t("deal.reserveRule"),
          value:
            reserve === null || (deal.reserveBps === 0 && deal.capBps === null)
              ? t("deal.reserveNone")
              : deal.reserveBps === 0
                ? t.rich("deal.reserveCapOnly", { day: day(reserve) })
                : t.rich("deal.reserveValue", { share: share(deal.reserveBps), day: day(reserve) }),
        },
        {
          term: t("deal.cap"),
          value:
            deal.capBps === null ? t("deal.capNone") : t.rich("deal.capValue", { share: share(deal.capBps) }),
        },
        {
          term: t("deal.attribution"),
          value: deal.attribution ? t("deal.attributionYes") : t("deal.attributionNo"),
        },
        {
          term: t("deal.distillation"),
          value: deal.distillation ? t("deal.distillationYes") : t("deal.distillationNo"),
        },
        { term: t("deal.exclusive"), value: deal.exclusive ? t("deal.exclusiveYes") : t("deal.exclusiveNo") },
        {
          term: t("deal.escheat"),
          value: t.rich("deal.escheatValue", { years: deal.escheatYears, to: mark(deal.escheatTo) }),
        },
      ]}
    />
  );
}
