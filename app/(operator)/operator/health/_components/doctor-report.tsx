import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { DoctorRun } from "@/modules/system/schema";
import { Empty } from "@/ui/page/empty";
import { Badge } from "@/ui/text/badge";
import { Code } from "@/ui/text/code";
import { InstantText, RelativeText } from "@/ui/text/numbers";

/** What the last look at all invariants found. Its findings name records, and are written in English. */
export function DoctorReport({ run, now }: { run: z.output<typeof DoctorRun> | null; now: string }) {
  const t = useTranslations("operator.health.doctor");
  if (run === null)
    return (
      <Empty title={t("never")}>
        {t.rich("neverWhy", { command: () => <Code inline>npm run doctor</Code> })}
      </Empty>
    );
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone={run.faulty === 0 ? "good" : "bad"}>
          {run.faulty === 0 ? t("clean") : t("faulty", { n: run.faulty })}
        </Badge>
        <span className="text-muted">
          {t.rich("looked", {
            n: run.checks,
            at: () => <InstantText at={run.finishedAt} />,
            ago: () => <RelativeText at={run.finishedAt} now={now} />,
          })}
        </span>
      </p>
      {run.findings.map(({ check, faults }) => (
        <details key={check} open className="border-t border-rule pt-3">
          <summary lang="en" translate="no" className="cursor-pointer font-medium">
            {check}
          </summary>
          <ul lang="en" translate="no" className="mt-2 flex flex-col gap-1 text-sm break-words">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
