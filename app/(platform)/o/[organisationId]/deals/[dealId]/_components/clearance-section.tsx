import { useTranslations } from "next-intl";
import type { ClearanceWire } from "@/modules/clearance/schema";
import type { DealView } from "@/modules/deals/schema";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Empty } from "@/ui/empty";
import { InstantText, NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";
import { clearAction } from "../_runs/actions";
import { RunBadge } from "./run-badge";

const VERDICTS = ["included", "refused", "unset"] as const;

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
              {VERDICTS.map((verdict) => (
                <Th numeric key={verdict}>
                  {t(verdict)}
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
                {VERDICTS.map((verdict) => (
                  <Td numeric key={verdict} label={t(verdict)}>
                    {item.counts === null ? "–" : <NumberText value={item.counts[verdict].rows} />}
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
