import { getTranslations } from "next-intl/server";
import { type Columns, unmeasured } from "@/app/_allocation/unmeasured";
import { read } from "@/app/_web/page/page";
import { allocationDistribution } from "@/modules/allocation/queries/distribution";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import type { DealView } from "@/modules/deals/schema/deal";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Empty } from "@/ui/page/empty";
import { Section } from "@/ui/page/page";
import { WhatIfForm } from "../../../deals/[dealId]/_components/what-if-form";
import { allocateAction } from "../../../deals/[dealId]/_runs/actions";
import { tryWeightingsAction } from "../actions";
import { RunsTable } from "./runs-table";

type Props = {
  view: AllocationWire;
  deal: DealView;
  home: string;
  others: readonly AllocationWire[];
  columns: Columns;
  against: string | null;
};

const SHOWN = 8;
const OPEN_STATES: readonly string[] = ["draft", "reported", "noticed"];
const WEIGHTINGS = ["per_token", "per_item", "score_log", "quality", "equal"] as const;

/** Every split of the deal in one table, each a press away from being compared; and other rules to try. */
export async function SideBySide({ view, deal, home, others, columns, against }: Props) {
  const t = await getTranslations("allocation.compare");
  const rows = [view, ...newestOfEach(others.filter((other) => ruleKey(other) !== ruleKey(view)))];
  const runs = await Promise.all(
    rows.slice(0, SHOWN).map(async (run) => ({
      run,
      found: await read(allocationDistribution, { allocationId: run.id }),
    })),
  );
  // By a measure that no item has, every split is the one by tokens.
  const untried = WEIGHTINGS.filter(
    (weighting) =>
      unmeasured(weighting, columns) === null && !rows.some((row) => row.rules.weighting === weighting),
  );
  const open = OPEN_STATES.includes(deal.state);
  const tryAll = open && untried.length > 0 && (
    <ActionForm action={tryWeightingsAction.bind(null, { home, dealId: deal.id, weightings: untried })}>
      <SubmitButton variant="secondary" pendingText={t("trying")}>
        {t("tryAll")}
      </SubmitButton>
    </ActionForm>
  );
  const place = { organisationId: deal.platform.id, dealId: deal.id };
  if (!open && rows.length === 1) return null;
  return (
    <Section title={t("title")} lead={t("lead")} actions={rows.length > 1 && tryAll}>
      {rows.length === 1 ? (
        <Empty title={t("none")} action={tryAll || undefined}>
          {t("noneBody")}
        </Empty>
      ) : (
        <RunsTable runs={runs} here={view.id} against={against} deal={deal} home={home} />
      )}
      {open && <WhatIfForm deal={deal} action={allocateAction.bind(null, place)} />}
    </Section>
  );
}

/** Runs by the same rules on the same clearance say the same: the newest of them stands for all. */
function newestOfEach(runs: readonly AllocationWire[]): AllocationWire[] {
  const seen = new Map<string, AllocationWire>();
  for (const run of runs) if (!seen.has(ruleKey(run))) seen.set(ruleKey(run), run);
  return [...seen.values()];
}

const ruleKey = ({ rules, clearanceId }: AllocationWire): string =>
  JSON.stringify([clearanceId, ...Object.values(rules)]);
