import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { DealNames, JointParts } from "@/modules/earnings/schema";
import type { StatementLine } from "@/modules/ledger/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { kindOf } from "./asked";

type Line = z.output<typeof StatementLine>;
export type Joint = z.output<typeof JointParts>["items"];
export type Names = z.output<typeof DealNames>["items"];

/** Lines newest first; each balance is of its own part and currency, so parts are never mixed into one sum. */
export function StatementTable({
  lines,
  names,
  joint,
}: {
  lines: readonly Line[];
  names: Names;
  joint: Joint;
}) {
  const t = useTranslations("statement.lines");
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Th>{t("date")}</Th>
          <Th>{t("what")}</Th>
          <Th numeric>{t("amount")}</Th>
          <Th numeric>{t("balance")}</Th>
        </Tr>
      </THead>
      <TBody>
        {lines.map((line) => (
          <Tr key={line.lineId} className="break-inside-avoid">
            <Td label={t("date")}>
              <DateText at={line.effectiveAt} />
            </Td>
            <Td label={t("what")}>
              <What
                line={line}
                title={names.find((deal) => deal.id === line.dealId)?.title}
                isJoint={isJoint(line, joint)}
              />
            </Td>
            <Td numeric label={t("amount")}>
              <MoneyText
                signed
                money={{ currency: line.currency, minor: line.amountMinor }}
                figure={`line.amount:${line.lineId}`}
                className={line.amountMinor.startsWith("-") ? "" : "text-accent"}
              />
            </Td>
            <Td numeric label={t("balance")}>
              <MoneyText
                money={{ currency: line.currency, minor: line.balanceMinor }}
                figure={`line.balance:${line.lineId}`}
              />
              <span className="block text-sm text-muted">{t(`part.${line.part}`)}</span>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** What it was about, why, and where it is explained. Entries of a kind that has no words here keep their own. */
function What({ line, title, isJoint }: { line: Line; title: string | undefined; isJoint: boolean }) {
  const t = useTranslations("statement");
  const kind = kindOf(line.cause);
  return (
    <>
      <span translate="no">{title ?? line.memo}</span>
      <span className="block text-sm text-muted">
        {isJoint ? t("kinds.joint") : t(`kinds.${kind}`)}
        {", "}
        {t("lines.entry", { no: line.entryNo })}
        {line.cause === "allocation" ? (
          <span className="print:hidden">
            {" · "}
            <TextLink href={`/me/payments/${line.causeId}`} prefetch={false}>
              {t("lines.explain")}
            </TextLink>
          </span>
        ) : (
          line.dealId !== null &&
          title !== undefined && (
            <span className="print:hidden">
              {" · "}
              <TextLink href={`/me/deals/${line.dealId}`} prefetch={false}>
                {t("lines.deal")}
              </TextLink>
            </span>
          )
        )}
      </span>
    </>
  );
}

/** A line of a split that is the person's part of a shared work, and not of what they wrote alone. */
export function isJoint(line: Line, joint: Joint): boolean {
  return (
    line.cause === "allocation" &&
    joint.some((part) => part.allocationId === line.causeId && part.minor === line.amountMinor)
  );
}
