import type { _Translator } from "next-intl";
import type { Messages } from "@/messages/catalogues";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import type { DealView } from "@/modules/deals/schema/deal";
import { bpsString } from "@/ui/text/format";

/** The rules of a split in a few words: its weighting, and whatever else differs from the deal. */
export function nameOfRules(
  t: _Translator<Messages, "allocation">,
  locale: string,
  { rules }: Pick<AllocationWire, "rules">,
  deal: DealView,
): string {
  const parts = [t(`weighting.${rules.weighting}.label`)];
  const share = (bps: number) => bpsString(bps, locale);
  if (rules.contributorShareBps !== deal.contributorShareBps)
    parts.push(t("compare.share", { share: share(rules.contributorShareBps) }));
  if (rules.reserveBps !== deal.reserveBps)
    parts.push(t("compare.reserve", { share: share(rules.reserveBps) }));
  if (rules.capBps !== deal.capBps)
    parts.push(rules.capBps === null ? t("compare.noCap") : t("compare.cap", { share: share(rules.capBps) }));
  return parts.join(", ");
}
