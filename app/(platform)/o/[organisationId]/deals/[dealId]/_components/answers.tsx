import { useTranslations } from "next-intl";
import type { DealView } from "@/modules/deals/schema/deal";
import type { DealAnswers } from "@/modules/deals/schema/history";
import { Stat, Stats } from "@/ui/chart/stat";
import { Section } from "@/ui/page/page";
import { InstantText, NumberText } from "@/ui/text/numbers";

type Counts = (typeof DealAnswers)["_output"];

/** How contributors answered the notice, in numbers. */
export function Answers({ deal, answers }: { deal: DealView; answers: Counts }) {
  const t = useTranslations("deals.answers");
  const { noticeEndsAt } = deal;
  const lead =
    noticeEndsAt === null
      ? undefined
      : t.rich(deal.noticeRunning ? "running" : "ended", { at: () => <InstantText at={noticeEndsAt} /> });
  return (
    <Section title={t("title")} lead={lead} id="answers">
      <Stats>
        <Stat
          label={t("objected")}
          value={<NumberText value={answers.objected} figure={`answers.objected:${deal.id}`} />}
          hint={t("objectedHint")}
        />
        <Stat
          label={t("joined")}
          value={<NumberText value={answers.joined} figure={`answers.joined:${deal.id}`} />}
          hint={t("joinedHint")}
        />
      </Stats>
    </Section>
  );
}
