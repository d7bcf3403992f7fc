import { useTranslations } from "next-intl";
import type { MyDealView } from "@/modules/deals/schema/contributor";
import { Banner } from "@/ui/page/banner";
import { RelativeText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

/** Deals that can be answered now and were not, each with the time that is left. */
export function OpenDeals({ deals, now }: { deals: readonly MyDealView[]; now: Date }) {
  const t = useTranslations("touching.open");
  const open = deals.filter((deal) => deal.choice.choice === "neutral");
  if (open.length === 0) return null;
  return (
    <Banner tone="waiting" title={t("title", { n: open.length })}>
      <ul className="flex flex-col gap-1">
        {open.map((deal) => (
          <li key={deal.id}>
            {t.rich("ends", {
              deal: () => (
                <TextLink href={`/me/deals/${deal.id}`} translate="no">
                  {deal.title}
                </TextLink>
              ),
              when: () => <RelativeText at={deal.noticeEndsAt ?? now} now={now} />,
            })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
