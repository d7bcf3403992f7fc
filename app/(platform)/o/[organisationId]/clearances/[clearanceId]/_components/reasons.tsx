import { useTranslations } from "next-intl";
import type { CoverageWire } from "@/modules/clearance/schema";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { NumberText } from "@/ui/text/numbers";

/** Every reason in words, what it concerns, and who could change it. */
export function Reasons({ coverage, of }: { coverage: CoverageWire; of: string }) {
  const t = useTranslations("clearance");
  const figure = ({ verdict, reason }: CoverageWire["reasons"][number], what: string) =>
    `reason.${what}:${of}:${verdict}:${reason}`;
  const sentence = (reason: string) => {
    const key = `reason.${reason}` as "reason.allowed";
    return t.has(key) ? t(key) : reason;
  };
  return (
    <Section title={t("reasons.title")} lead={t("reasons.lead")}>
      <Table caption={t("reasons.caption")}>
        <THead>
          <Tr>
            <Th>{t("reasons.reason")}</Th>
            <Th>{t("reasons.mender")}</Th>
            <Th numeric>{t("coverage.rows")}</Th>
            <Th numeric>{t("coverage.tokens")}</Th>
            <Th numeric>{t("coverage.money")}</Th>
          </Tr>
        </THead>
        <TBody>
          {coverage.reasons.map((entry) => (
            <Tr key={`${entry.verdict}:${entry.reason}`}>
              <Td label={t("reasons.reason")}>
                <span className="font-medium">{t(`coverage.groups.${entry.group}.label`)}</span>
                <span className="block">{sentence(entry.reason)}</span>
                <span translate="no" className="block font-mono text-sm text-muted">
                  {entry.reason}
                </span>
              </Td>
              <Td label={t("reasons.mender")} className="text-muted">
                {t(`mender.${entry.mender ?? "none"}`)}
              </Td>
              <Td numeric label={t("coverage.rows")}>
                <NumberText value={entry.rows} figure={figure(entry, "rows")} />
              </Td>
              <Td numeric label={t("coverage.tokens")}>
                <NumberText value={entry.tokens} figure={figure(entry, "tokens")} />
              </Td>
              <Td numeric label={t("coverage.money")}>
                <MoneyText money={entry.money} figure={figure(entry, "money")} />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}
