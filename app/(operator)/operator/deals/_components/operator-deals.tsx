import { useTranslations } from "next-intl";
import { DealStateBadge } from "@/app/_deals/view/deal-state-badge";
import type { DealView } from "@/modules/deals/schema/deal";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { DealActs } from "./deal-acts";
import { sinceOf } from "./since-of";

/** Deals as the operator handles them: whose money, since when, and the acts that are the operator's. */
export function OperatorDeals({
  deals,
  caption,
  among = false,
}: {
  deals: readonly DealView[];
  caption: string;
  /** A table of everything: its acts are offered quietly. */
  among?: boolean;
}) {
  const t = useTranslations("operator.funding");
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>{t("deal")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("since")}</Th>
          <Th numeric>{t("gross")}</Th>
          <Th>
            <span className="sr-only">{t("acts")}</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {deals.map((deal) => (
          <Tr key={deal.id}>
            <Td>
              <TextLink href={`/operator/deals/${deal.id}`} translate="no">
                {deal.title}
              </TextLink>
              <span className="block text-sm text-muted">
                {t.rich("between", {
                  platform: () => <span translate="no">{deal.platform.name}</span>,
                  licensee: () => <span translate="no">{deal.licensee.name}</span>,
                })}
              </span>
              {deal.disputeReason && deal.state === "disputed" && (
                <span className="block text-sm text-refusal" translate="no">
                  {deal.disputeReason}
                </span>
              )}
            </Td>
            <Td label={t("state")}>
              <DealStateBadge state={deal.state} noticeOver={!deal.noticeRunning} />
            </Td>
            <Td label={t("since")}>
              <DateText at={sinceOf(deal)} />
            </Td>
            <Td numeric label={t("gross")}>
              <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} />
            </Td>
            <Td>
              <DealActs deal={deal} among={among} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
