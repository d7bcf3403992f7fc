import { useLocale, useTranslations } from "next-intl";
import type { DealView } from "@/modules/deals/schema/deal";
import { Definitions } from "@/ui/text/definition";
import { bpsString } from "@/ui/text/format";
import { DateText } from "@/ui/text/numbers";
import { Name } from "./name";

type Terms = Pick<
  DealView,
  | "licensee"
  | "uses"
  | "weights"
  | "purpose"
  | "attribution"
  | "distillation"
  | "exclusive"
  | "termFrom"
  | "termTo"
  | "basis"
  | "weighting"
  | "capBps"
  | "noticeDays"
  | "escheatYears"
  | "escheatTo"
>;

/** What a deal says besides its money, in words. */
export function DealTerms({ deal }: { deal: Terms }) {
  const [t, locale] = [useTranslations("deals"), useLocale()];
  const days = { from: () => <DateText at={deal.termFrom} />, to: () => <DateText at={deal.termTo ?? ""} /> };
  return (
    <Definitions
      items={[
        { term: t("terms.licensee"), value: <Name>{deal.licensee.name}</Name> },
        { term: t("terms.mayUse"), value: deal.uses.map((use) => t(`use.${use}`)).join(", ") },
        { term: t("field.purpose"), value: t(`purpose.${deal.purpose}`) },
        { term: t("field.weights"), value: t(`weights.${deal.weights}`) },
        {
          term: t("field.attribution"),
          value: deal.attribution ? t("terms.attributed") : t("terms.notAttributed"),
        },
        {
          term: t("field.distillation"),
          value: deal.distillation ? t("terms.distils") : t("terms.noDistilling"),
        },
        { term: t("field.exclusive"), value: deal.exclusive ? t("terms.exclusive") : t("no") },
        {
          term: t("terms.term"),
          value: deal.termTo === null ? t.rich("terms.termOpen", days) : t.rich("terms.termRange", days),
        },
        { term: t("field.basis"), value: t(`basis.${deal.basis}`) },
        {
          term: t("field.weighting"),
          value: t(`weighting.${deal.weighting}`),
          hint:
            deal.capBps === null ? undefined : t("terms.capHint", { part: bpsString(deal.capBps, locale) }),
        },
        {
          term: t("terms.noticeTerm"),
          value: deal.noticeDays === 0 ? t("terms.noNotice") : t("days", { n: deal.noticeDays }),
        },
        {
          term: t("terms.unclaimed"),
          value: t.rich("terms.unclaimedRule", {
            years: t("years", { n: deal.escheatYears }),
            to: () => <Name>{deal.escheatTo}</Name>,
          }),
        },
      ]}
    />
  );
}
