import type { DealAnswers } from "@/modules/deals/history-schema";
import type { DealView } from "@/modules/deals/schema";
import { InstantText, NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Stat, Stats } from "@/ui/stat";

type Counts = (typeof DealAnswers)["_output"];

/** How contributors answered the notice, in numbers. */
export function Answers({ deal, answers }: { deal: DealView; answers: Counts }) {
  return (
    <Section
      title="Contributors’ answers"
      lead={
        deal.noticeEndsAt && (
          <>
            {deal.noticeRunning ? "Taken until " : "Taken until it ended on "}
            <InstantText at={deal.noticeEndsAt} />. Everybody else is decided by their terms.
          </>
        )
      }
    >
      <Stats>
        <Stat
          label="Objected"
          value={<NumberText value={answers.objected} />}
          hint="Left out, whatever their terms say"
        />
        <Stat label="Joined" value={<NumberText value={answers.joined} />} hint="In, at this deal’s price" />
      </Stats>
    </Section>
  );
}
