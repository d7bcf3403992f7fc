import { useTranslations } from "next-intl";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import type { DealView } from "@/modules/deals/schema/deal";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Empty } from "@/ui/page/empty";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { BpsText, InstantText, NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { allocateAction } from "../_runs/actions";
import { SplitBadge } from "./run-badge";
import { WhatIfForm } from "./what-if-form";

/** How the money is divided: previews by the deal's rules, what-ifs by others, and the one that was sealed. */
export function AllocationSection({
  organisationId,
  deal,
  splits,
  cleared,
  mayRun,
}: {
  organisationId: string;
  deal: DealView;
  splits: readonly AllocationWire[];
  cleared: boolean;
  mayRun: boolean;
}) {
  const [t, run] = [useTranslations("deals.split"), useTranslations("deals.run")];
  const open = cleared && mayRun && ["draft", "reported", "noticed"].includes(deal.state);
  const action = allocateAction.bind(null, { organisationId, dealId: deal.id });
  const form = open && (
    <ActionForm action={action}>
      <SubmitButton variant={splits.length === 0 ? "primary" : "secondary"} pendingText={run("starting")}>
        {t("preview")}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Section title={t("title")} id="allocation" lead={t("lead")} actions={splits.length > 0 && form}>
      {splits.length === 0 ? (
        <Empty title={t("none")} action={form || undefined}>
          {t(cleared ? "noneReady" : "noneNeeds")}
        </Empty>
      ) : (
        <SplitTable base={`/o/${organisationId}/allocations`} splits={splits} />
      )}
      {open && <WhatIfForm action={action} deal={deal} />}
    </Section>
  );
}

function SplitTable({ base, splits }: { base: string; splits: readonly AllocationWire[] }) {
  const t = useTranslations("deals");
  return (
    <Table caption={t("split.caption")}>
      <THead>
        <Tr>
          <Th>{t("split.made")}</Th>
          <Th>{t("split.state")}</Th>
          <Th>{t("split.rules")}</Th>
          <Th numeric>{t("split.contributors")}</Th>
          <Th numeric>{t("split.paid")}</Th>
        </Tr>
      </THead>
      <TBody>
        {splits.map((item) => (
          <Tr key={item.id}>
            <Td label={t("split.made")}>
              <TextLink href={`${base}/${item.id}`}>
                <InstantText at={item.createdAt} />
              </TextLink>
            </Td>
            <Td label={t("split.state")}>
              <SplitBadge run={item} />
            </Td>
            <Td label={t("split.rules")}>
              {t.rich("split.rulesOf", {
                weighting: t(`weighting.${item.rules.weighting}`),
                share: () => <BpsText bps={item.rules.contributorShareBps} />,
              })}
            </Td>
            <Td numeric label={t("split.contributors")}>
              {item.totals === null ? (
                "–"
              ) : (
                <>
                  <NumberText value={item.totals.contributors} figure={`split.contributors:${item.id}`} />
                  {Number(item.totals.emptyContributors ?? 0) > 0 && (
                    <span className="block text-sm text-muted">
                      {t("split.empty", { n: Number(item.totals.emptyContributors) })}
                    </span>
                  )}
                </>
              )}
            </Td>
            <Td numeric label={t("split.paid")}>
              {item.paid === null ? "–" : <MoneyText money={item.paid} figure={`split.paid:${item.id}`} />}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
