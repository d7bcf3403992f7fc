import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { DealNames, JointParts } from "@/modules/earnings/schema";
import type { StatementLine } from "@/modules/ledger/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { kindOf } from "../statement/_components/asked";
import { isJoint } from "../statement/_components/statement-table";

type Line = z.output<typeof StatementLine>;

/** The newest lines of the books that are theirs; those of a split lead to how they were computed. */
export function RecentLines({
  lines,
  names,
  joint,
}: {
  lines: readonly Line[];
  names: z.output<typeof DealNames>["items"];
  joint: z.output<typeof JointParts>["items"];
}) {
  const t = useTranslations("creator.home.lines");
  const words = useTranslations("statement");
  return (
    <Table caption={t("title")}>
      <THead>
        <Tr>
          <Th>{t("day")}</Th>
          <Th>{t("what")}</Th>
          <Th numeric>{t("amount")}</Th>
        </Tr>
      </THead>
      <TBody>
        {lines.map((line) => {
          const title = names.find((deal) => deal.id === line.dealId)?.title ?? line.memo;
          return (
            <Tr key={line.lineId}>
              <Td label={t("day")}>
                <DateText at={line.effectiveAt} />
              </Td>
              <Td label={t("what")}>
                {line.cause === "allocation" ? (
                  <TextLink href={`/me/payments/${line.causeId}`} prefetch={false} translate="no">
                    {title}
                  </TextLink>
                ) : (
                  <span translate="no">{title}</span>
                )}
                <span className="block text-sm text-muted">
                  {isJoint(line, joint) ? words("kinds.joint") : words(`kinds.${kindOf(line.cause)}`)}
                  {line.part !== "payable" && `, ${words(`lines.part.${line.part}`)}`}
                </span>
              </Td>
              <Td numeric label={t("amount")}>
                <MoneyText
                  money={{ currency: line.currency, minor: line.amountMinor }}
                  figure={`line.amount:${line.lineId}`}
                  signed
                />
              </Td>
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}
