import { useTranslations } from "next-intl";
import { DealStateBadge } from "@/app/_deals/view/deal-state-badge";
import type { MyDealView } from "@/modules/deals/schema/contributor";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { RelativeText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { ForYou, type OwnShares } from "./for-you";

/**
 * Deals in which this person's words are, newest first: where each stands and what it means for them. Where the split is
 * sealed their own amount stands in place of the expectation.
 */
export function TouchingDeals({
  deals,
  shares,
  now,
}: {
  deals: readonly MyDealView[];
  shares: OwnShares;
  now: Date;
}) {
  const t = useTranslations("touching.table");
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Th>{t("deal")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("answer")}</Th>
          <Th>{t("you")}</Th>
          <Th numeric>{t("pool")}</Th>
        </Tr>
      </THead>
      <TBody>
        {deals.map((deal) => (
          <DealRow key={deal.id} deal={deal} shares={shares} now={now} />
        ))}
      </TBody>
    </Table>
  );
}

function DealRow({ deal, shares, now }: { deal: MyDealView; shares: OwnShares; now: Date }) {
  const t = useTranslations("touching");
  const { choice, noticeEndsAt } = deal;
  return (
    <Tr>
      <Td>
        <TextLink href={`/me/deals/${deal.id}`} translate="no" className="font-medium">
          {deal.title}
        </TextLink>
        <span className="block text-sm text-muted">
          {t.rich("table.between", {
            platform: () => <span translate="no">{deal.platform.name}</span>,
            licensee: () => <span translate="no">{deal.licensee.name}</span>,
          })}
        </span>
      </Td>
      <Td label={t("table.state")}>
        <DealStateBadge state={deal.state} noticeOver={!deal.noticeRunning} />
        {deal.noticeRunning && noticeEndsAt && (
          <span className="mt-0.5 block text-sm text-waiting">
            {t.rich("table.ends", { when: () => <RelativeText at={noticeEndsAt} now={now} /> })}
          </span>
        )}
      </Td>
      <Td label={t("table.answer")}>
        {choice.choice === "neutral" ? (
          <span className={choice.open ? "text-waiting" : "text-muted"}>
            {t(choice.open ? "answer.open" : "answer.neutral")}
          </span>
        ) : (
          t(`answer.${choice.choice}`)
        )}
      </Td>
      <Td label={t("table.you")}>
        <ForYou deal={deal} shares={shares} />
      </Td>
      <Td numeric label={t("table.pool")}>
        <MoneyText money={deal.split.pool} figure={`deal.pool:${deal.id}`} />
      </Td>
    </Tr>
  );
}
