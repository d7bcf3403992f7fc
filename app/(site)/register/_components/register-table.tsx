import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import type { RegisterEntryWire } from "@/modules/lookup/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { MoneyText } from "@/ui/text/money";
import { DateText, NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { Mark, mark } from "../../_components/mark";

export async function RegisterTable({ items }: { items: readonly RegisterEntryWire[] }) {
  const t = await getTranslations("register");
  return (
    <Table caption={t("table.caption")}>
      <THead>
        <Tr>
          <Th>{t("table.deal")}</Th>
          <Th>{t("table.parties")}</Th>
          <Th>{t("table.uses")}</Th>
          <Th numeric>{t("table.contributors")}</Th>
          <Th numeric>{t("table.gross")}</Th>
          <Th numeric>{t("table.sealed")}</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((deal) => (
          <Tr key={deal.id}>
            <Td>
              <TextLink href={`/register/${deal.id}`} className="font-medium" translate="no">
                {deal.title}
              </TextLink>
              <span className="mt-1 block">
                <StateBadge state={deal.state} />
              </span>
            </Td>
            <Td label={t("table.parties")}>
              <Mark className="block">{deal.platform.name}</Mark>
              <span className="block text-muted">
                {t.rich("table.to", { licensee: mark(deal.licensee) })}
              </span>
            </Td>
            <Td label={t("table.uses")}>
              <UseNames uses={deal.uses} />
              <span className="block text-sm text-muted">{t(`weights.${deal.weights}`)}</span>
            </Td>
            <Td numeric label={t("table.contributors")}>
              <Contributors of={deal.id} count={deal.contributors} />
            </Td>
            <Td numeric label={t("table.gross")}>
              <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} />
            </Td>
            <Td numeric label={t("table.sealed")}>
              <DateText at={deal.sealedAt} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** Uses in a row; a line breaks between two of them, not inside one, where there is room. */
function UseNames({ uses }: { uses: RegisterEntryWire["uses"] }) {
  const t = useTranslations("register.use");
  return uses.map((use, at) => (
    <Fragment key={use}>
      <span className="sm:whitespace-nowrap">
        {t(use)}
        {at < uses.length - 1 && ","}
      </span>{" "}
    </Fragment>
  ));
}

/** Where a public deal is; amber where somebody is waited for, red where it is stopped. */
export async function StateBadge({ state }: { state: RegisterEntryWire["state"] }) {
  const t = await getTranslations("register.state");
  const waiting = state === "sealed" || state === "funded";
  const bad = state === "cancelled" || state === "disputed";
  return <Badge tone={bad ? "bad" : waiting ? "waiting" : "good"}>{t(state)}</Badge>;
}

/** How many contribute; where they are so few that figures would speak of single people, only that. */
export async function Contributors({ count, of }: { count: string | null; of: string }) {
  const t = await getTranslations("register");
  return count === null ? t("few") : <NumberText value={count} figure={`deal.contributors:${of}`} />;
}
