import { useTranslations } from "next-intl";
import { sumOf } from "@/kernel/sum";
import type { ClearanceWire } from "@/modules/clearance/schema";
import type { DealView } from "@/modules/deals/schema/deal";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Empty } from "@/ui/page/empty";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { InstantText, NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { clearAction } from "../_runs/actions";
import { RunBadge } from "./run-badge";

const COLUMNS = ["included", "refused", "unset", "nobody"] as const;
type Column = (typeof COLUMNS)[number];
type Groups = NonNullable<ClearanceWire["groups"]>;

/** Rows by what became of them: each is in one column, so a column is never read as more than it says. */
function rowsIn(column: Column, groups: Groups): bigint {
  const is = ({ group, included }: Groups[number]): boolean => {
    if (column === "included" || included) return column === "included" && included;
    return column === "nobody" ? group === "unmatched" || group === "deleted" : group === column;
  };
  return sumOf(groups.filter(is), ({ rows }) => BigInt(rows));
}

/** Who may be licensed, and why: each clearance of the deal, newest first, and the button for the next. */
export function ClearanceSection({
  organisationId,
  deal,
  clearances,
  hasManifest,
  mayRun,
}: {
  organisationId: string;
  deal: DealView;
  clearances: readonly ClearanceWire[];
  hasManifest: boolean;
  mayRun: boolean;
}) {
  const [t, run] = [useTranslations("deals.clearance"), useTranslations("deals.run")];
  const may = hasManifest && mayRun;
  const form = may && ["draft", "reported", "noticed"].includes(deal.state) && (
    <ActionForm action={clearAction.bind(null, { organisationId, dealId: deal.id })}>
      <SubmitButton variant={clearances.length === 0 ? "primary" : "secondary"} pendingText={run("starting")}>
        {t("clear")}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Section title={t("title")} id="clearance" lead={t("lead")} actions={clearances.length > 0 && form}>
      {clearances.length === 0 ? (
        <Empty title={t("none")} action={form || undefined}>
          {t.rich(hasManifest ? "noneText" : "noneNeeds", {
            licensee: deal.licensee.name,
            name: (chunks) => <span translate="no">{chunks}</span>,
          })}
        </Empty>
      ) : (
        <Table caption={t("caption")}>
          <THead>
            <Tr>
              <Th>{t("asOf")}</Th>
              <Th>{t("state")}</Th>
              {COLUMNS.map((column) => (
                <Th numeric key={column}>
                  {t(column)}
                </Th>
              ))}
            </Tr>
          </THead>
          <TBody>
            {clearances.map((item) => (
              <Tr key={item.id}>
                <Td label={t("asOf")}>
                  <TextLink href={`/o/${organisationId}/clearances/${item.id}`}>
                    <InstantText at={item.asOf} />
                  </TextLink>
                </Td>
                <Td label={t("state")}>
                  <RunBadge state={item.state} />
                </Td>
                {COLUMNS.map((column) => (
                  <Td numeric key={column} label={t(column)}>
                    {item.groups === null ? (
                      "–"
                    ) : (
                      <NumberText
                        value={rowsIn(column, item.groups)}
                        figure={`clearance.${column}:${item.id}`}
                      />
                    )}
                  </Td>
                ))}
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </Section>
  );
}
