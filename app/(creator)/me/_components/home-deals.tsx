import { useTranslations } from "next-intl";
import { DealStateBadge } from "@/app/_deals/view/deal-state-badge";
import type { MyDealView } from "@/modules/deals/schema/contributor";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { DateText, RelativeText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { ForYou, type OwnShares } from "./for-you";
import { named } from "./named";

/** The newest deals in which their words are: where each stands, how long an answer counts, what it means for them. */
export function HomeDeals({
  deals,
  shares,
  now,
}: {
  deals: readonly MyDealView[];
  shares: OwnShares;
  now: Date;
}) {
  const t = useTranslations("creator.home.deals");
  return (
    <Table caption={t("title")}>
      <THead>
        <Tr>
          <Th>{t("deal")}</Th>
          <Th>{t("state")}</Th>
          <Th numeric>{t("forYou")}</Th>
        </Tr>
      </THead>
      <TBody>
        {deals.map((deal) => (
          <Tr key={deal.id}>
            <Td>
              <TextLink href={`/me/deals/${deal.id}`} prefetch={false} translate="no">
                {deal.title}
              </TextLink>
              <span className="block text-sm text-muted">
                {t.rich("between", {
                  platform: named(deal.platform.name),
                  licensee: named(deal.licensee.name),
                })}
              </span>
            </Td>
            <Td label={t("state")}>
              <DealStateBadge state={deal.state} noticeOver={!deal.noticeRunning} />
              <Countdown deal={deal} now={now} />
            </Td>
            <Td numeric label={t("forYou")}>
              <ForYou deal={deal} shares={shares} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Countdown({ deal, now }: { deal: MyDealView; now: Date }) {
  const t = useTranslations("creator.home.deals");
  const { noticeEndsAt } = deal;
  if (!deal.noticeRunning || noticeEndsAt === null) return null;
  return (
    <span className="block text-sm text-waiting">
      {t.rich("ends", {
        date: () => <DateText at={noticeEndsAt} />,
        left: () => <RelativeText at={noticeEndsAt} now={now} />,
      })}
    </span>
  );
}
