import type { MyDealDetail } from "@/modules/deals/contributor-schema";
import { Banner } from "@/ui/banner";
import { InstantText, RelativeText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { chooseAction } from "../actions";
import { ChoiceForm } from "./choice-form.client";
import { Standings } from "./standings";

/** Where this person stands, and while there is time, the way to change it for this one deal. */
export function AnswerSection({ deal, now }: { deal: MyDealDetail; now: Date }) {
  const { choice } = deal;
  return (
    <Section
      title="How you stand"
      lead={
        <>
          Decided by <TextLink href="/me/terms">your terms</TextLink>, unless you answer for this deal. Terms
          for a single work or address can still decide otherwise for its items.
        </>
      }
    >
      <div className="flex flex-col gap-6">
        {deal.standings.length > 0 ? (
          <Standings standings={deal.standings} sealed={deal.sealedAt !== null} />
        ) : (
          <p className="text-muted">
            You proved your handle after this deal was sealed. What it earned was kept for you under its name.
          </p>
        )}
        {choice.open && deal.noticeEndsAt ? (
          <>
            <Banner
              tone="waiting"
              title={
                <>
                  You can answer until <InstantText at={deal.noticeEndsAt} />
                </>
              }
            >
              That is <RelativeText at={deal.noticeEndsAt} now={now} />. Until then you can change your answer
              as often as you like; after it, your answer stands for this deal.
            </Banner>
            <ChoiceForm choice={choice.choice} action={chooseAction.bind(null, deal.id)} />
          </>
        ) : (
          <p className="text-muted">{closedWords(deal)}</p>
        )}
      </div>
    </Section>
  );
}

function closedWords({ choice, state, sealedAt }: MyDealDetail): string {
  if (state === "cancelled") return "The deal was cancelled: nothing is licensed and nobody is paid from it.";
  switch (choice.choice) {
    case "object":
      return "The notice is over. You objected, so you are left out of this deal.";
    case "join":
      return "The notice is over. You joined this deal.";
    case "neutral":
      return sealedAt === null
        ? "The notice is over. You gave no answer, so your terms decide."
        : "The deal is sealed. You gave no answer, so your terms decided; later changes of them no longer touch it.";
  }
}
