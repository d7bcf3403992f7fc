import type { ReactNode } from "react";
import type { DealView } from "@/modules/deals/schema";
import { Banner, type Tone } from "@/ui/banner";
import { LinkButton } from "@/ui/button";
import { InstantText, RelativeText } from "@/ui/numbers";
import { cancelDealAction, giveNoticeAction, reportDealAction } from "../actions";
import { ActDialog } from "./act-form.client";

type Props = Readonly<{ deal: DealView; organisationId: string; now: Date }>;
type Step = Readonly<{ tone: Tone; title: ReactNode; text: ReactNode }>;

/** What can be done with the deal now, by whoever looks: the next step first, the others beside it. */
export function NextStep({ deal, organisationId, now }: Props) {
  const { tone, title, text } = stepOf(deal, now);
  return (
    <section aria-label="What you can do now" className="flex flex-col gap-4">
      <Banner tone={tone} title={title}>
        {text}
      </Banner>
      <Acts deal={deal} organisationId={organisationId} />
    </section>
  );
}

function Acts({ deal, organisationId }: Omit<Props, "now">) {
  const where = { organisationId, dealId: deal.id };
  const base = `/o/${organisationId}/deals/${deal.id}`;
  const may = (act: DealView["allowedActs"][number]) => deal.allowedActs.includes(act);
  if (deal.allowedActs.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {may("report") && (
        <ActDialog
          trigger="Report the deal"
          title="Report this deal?"
          lead="It goes on the register and its licensee can read it. From then on you change it by amendments that say why; every version is kept."
          action={reportDealAction.bind(null, where)}
          submit="Report the deal"
        />
      )}
      {may("notice") && (
        <ActDialog
          trigger="Give notice to contributors"
          title="Give notice now?"
          lead={
            deal.noticeDays === 0
              ? "Contributors see the deal from now on. Without notice days it can be sealed at once: only people who already said yes are in."
              : `Contributors see the deal from now on and have ${deal.noticeDays} days to object or join. It can be sealed after that.`
          }
          action={giveNoticeAction.bind(null, where)}
          submit="Give notice"
        />
      )}
      {may("seal") && <LinkButton href={`${base}#allocation`}>Go to the split to seal it</LinkButton>}
      {may("edit") && (
        <LinkButton href={`${base}/edit`} variant="secondary">
          Edit the draft
        </LinkButton>
      )}
      {may("amend") && (
        <LinkButton href={`${base}/edit`} variant="secondary">
          Amend
        </LinkButton>
      )}
      {may("fund") && <LinkButton href={`/operator/deals?q=${deal.id}`}>Confirm the payment</LinkButton>}
      {may("cancel") && (
        <ActDialog
          trigger="Cancel the deal"
          title="Cancel this deal?"
          lead="Nothing is licensed and nobody is paid. It stays readable for everybody who could read it. This cannot be undone."
          action={cancelDealAction.bind(null, where)}
          submit="Cancel the deal"
          variant="danger"
          noteLabel="Why"
        />
      )}
    </div>
  );
}

function stepOf(deal: DealView, now: Date): Step {
  switch (deal.state) {
    case "draft":
      return {
        tone: "neutral",
        title: "A draft: neither contributors nor the licensee see it",
        text: "Upload its manifest, see who is cleared and try the split. Report it when its terms stand.",
      };
    case "reported":
      return {
        tone: "waiting",
        title: "Reported; contributors do not know of it yet",
        text: "Give notice to start the time in which they can object or join.",
      };
    case "noticed":
      return noticeStep(deal, now);
    case "sealed":
      return {
        tone: "waiting",
        title: `Sealed; waiting for ${deal.licensee.name} to pay`,
        text: "The split is final. Once the operator has seen the payment, every share goes on the books.",
      };
    case "funded":
      return {
        tone: "good",
        title: "Paid; the shares are being put on the books",
        text: "This takes a moment.",
      };
    case "allocated":
      return {
        tone: "good",
        title: "Allocated: every share is on the books",
        text: "Contributors see their own line and how it came about.",
      };
    case "distributed":
      return { tone: "good", title: "Distributed", text: "The shares that could be paid out were paid out." };
    case "closed":
      return { tone: "neutral", title: "Closed", text: "Nothing is left to do." };
    case "cancelled":
      return { tone: "neutral", title: "Cancelled", text: "Nothing was licensed and nobody is paid." };
    case "disputed":
      return {
        tone: "bad",
        title: "Disputed: everything stands still until the operator has decided",
        text: deal.disputeReason,
      };
  }
}

function noticeStep(deal: DealView, now: Date): Step {
  if (deal.noticeRunning && deal.noticeEndsAt !== null)
    return {
      tone: "waiting",
      title: (
        <>
          Contributors can answer until <InstantText at={deal.noticeEndsAt} />
        </>
      ),
      text: (
        <>
          That is <RelativeText at={deal.noticeEndsAt} now={now} />. Clear the manifest again after it, so
          that every answer counts, then seal the split.
        </>
      ),
    };
  return {
    tone: "good",
    title: "The notice is over: the deal can be sealed",
    text: "Clear the manifest as of now, look at the split, and seal it.",
  };
}
