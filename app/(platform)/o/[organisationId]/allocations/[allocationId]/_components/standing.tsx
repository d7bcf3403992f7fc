import { useTranslations } from "next-intl";
import { Own } from "@/app/_manifests/bytes-text.client";
import type { AllocationWire } from "@/modules/allocation/schema";
import type { DealView } from "@/modules/deals/schema";
import { Banner } from "@/ui/banner";
import { InstantText } from "@/ui/numbers";
import { TextLink } from "@/ui/text-link";
import { Seal } from "./seal";

type Props = { view: AllocationWire; deal: DealView; home: string; sealableUntil: string; now: Date };

/** Whether this split counts, could be made to count, or why it cannot. */
export function Standing({ view, deal, home, sealableUntil, now }: Props) {
  const t = useTranslations("allocation.standing");
  const licensee = () => <Own>{deal.licensee.name}</Own>;
  const { postedAt, sealedAt } = view;
  if (postedAt !== null)
    return (
      <Banner tone="good" title={t("postedTitle")}>
        {t.rich("posted", { at: () => <InstantText at={postedAt} /> })}
      </Banner>
    );
  if (sealedAt !== null)
    return (
      <Banner tone="waiting" title={t("sealedTitle")}>
        {t.rich("sealed", { licensee, at: () => <InstantText at={sealedAt} /> })}
      </Banner>
    );
  if (view.whatIf)
    return (
      <Banner title={t("whatIfTitle")}>
        {t.rich("whatIf", {
          link: (words) => <TextLink href={`${home}/deals/${deal.id}`}>{words}</TextLink>,
        })}
      </Banner>
    );
  if (view.dealVersion !== deal.version)
    return (
      <Banner tone="waiting" title={t("outdatedTitle")}>
        {t("outdated", { version: view.dealVersion })}
      </Banner>
    );
  if (!deal.allowedActs.includes("seal"))
    return (
      <Banner title={t("previewTitle")}>
        {t(deal.state === "noticed" ? "previewNoticed" : "previewEarly")}
      </Banner>
    );
  if (Date.parse(sealableUntil) < now.getTime())
    return (
      <Banner tone="waiting" title={t("tooOldTitle")}>
        {t.rich("tooOld", {
          at: () => <InstantText at={sealableUntil} />,
          link: (words) => <TextLink href={`${home}/deals/${deal.id}#clearance`}>{words}</TextLink>,
        })}
      </Banner>
    );
  return (
    <Banner tone="good" title={t("readyTitle")} action={<Seal view={view} deal={deal} />}>
      {t.rich("ready", { at: () => <InstantText at={sealableUntil} /> })}
    </Banner>
  );
}
