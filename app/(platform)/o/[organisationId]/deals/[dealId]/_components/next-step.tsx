import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DEAL_TONES } from "@/app/_deals/view/deal-state-badge";
import { whomToAsk } from "@/app/_deals/view/not-yours";
import { viewer } from "@/app/_web/page/viewer";
import { ROLE_SCOPES } from "@/kernel/actor";
import type { DealView } from "@/modules/deals/schema/deal";
import { Banner, type Tone } from "@/ui/page/banner";
import { Code } from "@/ui/text/code";
import { MoneyText } from "@/ui/text/money";
import { InstantText, RelativeText } from "@/ui/text/numbers";
import { workOfDeal } from "../../../_components/deal-work";
import { type DealWork, workStep } from "../../../_components/work-step";
import { Acts } from "./acts";

type Props = Readonly<{
  deal: DealView;
  organisationId: string;
  hasManifest: boolean;
  isUnverified: boolean;
  now: Date;
}>;
type T = Awaited<ReturnType<typeof getTranslations<"deals">>>;

/** The next step of the deal, the party that has to act, and the buttons that this reader may use. */
export async function NextStep({ deal, organisationId, hasManifest, isUnverified, now }: Props) {
  const t = await getTranslations("deals");
  const lab = deal.licensee.id === organisationId;
  const asks = await ownersToAsk(deal, organisationId);
  const over = deal.state === "noticed" && !deal.noticeRunning && deal.platform.id === organisationId;
  const work = over ? await workOfDeal(deal) : null;
  return (
    <section aria-label={t("step.label")} className="flex min-w-0 flex-col gap-5">
      <Banner tone={toneOf(deal)} title={titleOf(t, deal, lab)}>
        <p>{lab ? labTextOf(t, deal) : textOf(t, { deal, hasManifest, work, now })}</p>
        <Said {...{ t, deal }} />
        {waits(deal) && (
          <p className="mt-2 text-sm font-medium">
            {asks === null ? waitsText(t, deal, organisationId) : t.rich("step.askOwner", asks)}
          </p>
        )}
      </Banner>
      <Acts {...{ deal, organisationId, hasManifest, isUnverified }} />
    </section>
  );
}

function toneOf(deal: DealView): Tone {
  return deal.state === "noticed" && !deal.noticeRunning ? "good" : DEAL_TONES[deal.state];
}

/** Whom a member asks whose role cannot do what the deal waits for; null for everybody else. */
async function ownersToAsk(deal: DealView, organisationId: string) {
  const who = await viewer();
  const role = who?.memberships.find((one) => one.organisationId === organisationId)?.role;
  if (role === undefined || ROLE_SCOPES[role].includes("deals:write")) return null;
  const ours = deal.platform.id === organisationId;
  const turn = ours
    ? deal.state === "draft" || deal.state === "reported" || (deal.state === "noticed" && !deal.noticeRunning)
    : isWaiting(deal);
  return turn ? whomToAsk(organisationId) : null;
}

const isWaiting = (deal: DealView): boolean =>
  (deal.state === "reported" || deal.state === "noticed") && deal.licenseeAnswer.state === "waiting";
const isDeclined = (deal: DealView): boolean =>
  (deal.state === "reported" || deal.state === "noticed") && deal.licenseeAnswer.state === "declined";
const isLeaving = (deal: DealView): boolean => deal.state === "sealed" && deal.cancellation !== null;

function titleOf(t: T, deal: DealView, lab: boolean): ReactNode {
  const { noticeEndsAt } = deal;
  const named = {
    licensee: deal.licensee.name,
    who: (chunks: ReactNode) => <span translate="no">{chunks}</span>,
  };
  if (isWaiting(deal)) return lab ? t("step.acceptYou") : t.rich("step.accept", named);
  if (isDeclined(deal)) return lab ? t("step.declinedYou") : t.rich("step.declined", named);
  if (isLeaving(deal)) return t("step.leaving");
  if (deal.state === "sealed" && lab)
    return t.rich("step.sealedYou", {
      money: () => <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} />,
    });
  if (deal.state === "sealed")
    return t.rich("step.sealed", {
      licensee: deal.licensee.name,
      who: (chunks) => <span translate="no">{chunks}</span>,
    });
  if (deal.state !== "noticed") return t(`step.${deal.state}`);
  if (!deal.noticeRunning || noticeEndsAt === null) return t("step.over");
  return t.rich("step.noticed", { at: () => <InstantText at={noticeEndsAt} /> });
}

/** What the other side said, in its own words. */
function Said({ t, deal }: { t: T; deal: DealView }) {
  const cancelled = deal.state === "cancelled" || isLeaving(deal);
  const lines = [
    ...(isDeclined(deal) && deal.licenseeAnswer.note
      ? [[t("step.why"), deal.licenseeAnswer.note] as const]
      : []),
    ...(cancelled && deal.cancellation ? [[t("step.why"), deal.cancellation.reason] as const] : []),
    ...(cancelled && deal.cancellation?.note ? [[t("step.note"), deal.cancellation.note] as const] : []),
  ];
  return lines.map(([label, text]) => (
    <p key={label} className="mt-2">
      <span className="font-medium">{label}</span> <span translate="no">{text}</span>
    </p>
  ));
}

/** What the licensee needs to know: what it is asked, and what it owes. The platform's own work is not its business. */
function labTextOf(t: T, deal: DealView): ReactNode {
  if (deal.state === "disputed") return <span translate="no">{deal.disputeReason}</span>;
  if (isWaiting(deal)) return t("step.acceptYouText");
  if (isDeclined(deal)) return t("step.declinedYouText");
  if (isLeaving(deal)) return t("step.leavingYouText");
  switch (deal.state) {
    case "sealed":
      return t.rich("step.sealedYouText", {
        money: () => <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} />,
        reference: () => <Code inline>{deal.id}</Code>,
      });
    case "noticed":
      return t(deal.noticeRunning ? "step.noticedYouText" : "step.overYouText");
    case "reported":
      return t("step.reportedYouText");
    case "draft":
    case "funded":
    case "allocated":
    case "distributed":
    case "closed":
    case "cancelled":
      return t(`step.lab.${deal.state}`);
  }
}

function textOf(
  t: T,
  about: { deal: DealView; hasManifest: boolean; work: DealWork | null; now: Date },
): ReactNode {
  const { deal, hasManifest, now } = about;
  const { noticeEndsAt } = deal;
  if (isWaiting(deal)) return t("step.acceptText");
  if (isDeclined(deal)) return t("step.declinedText");
  if (isLeaving(deal)) return t("step.leavingText");
  switch (deal.state) {
    case "draft":
      return t(hasManifest ? "step.draftManifest" : "step.draftNoManifest");
    case "noticed":
      if (!deal.noticeRunning || noticeEndsAt === null) return overText(t, about);
      return t.rich("step.noticedText", { in: () => <RelativeText at={noticeEndsAt} now={now} /> });
    case "disputed":
      return <span translate="no">{deal.disputeReason}</span>;
    case "reported":
    case "sealed":
    case "funded":
    case "allocated":
    case "distributed":
    case "closed":
    case "cancelled":
      return t(`step.${deal.state}Text`);
  }
}

/** What is left to do after the notice, which may be all but the seal. */
function overText(
  t: T,
  { deal, work, now }: { deal: DealView; work: DealWork | null; now: Date },
): ReactNode {
  switch (work === null ? "clear" : workStep(work, deal, now)) {
    case "upload":
      return t("step.overNoManifest");
    case "clear":
      return t("step.overText");
    case "split":
      return t("step.overCleared");
    case "seal":
      if (!deal.platform.verified) return t("step.overUnverified");
      return t.rich("step.overSplit", {
        at: () => work?.cleared && <InstantText at={new Date(work.cleared.sealableUntil).toISOString()} />,
      });
  }
}

const waits = (deal: DealView): boolean =>
  ["draft", "reported", "noticed", "sealed", "disputed"].includes(deal.state);

/** Who must act: the reader, another party, or the clock. */
function waitsText(t: T, deal: DealView, organisationId: string): ReactNode {
  const named = (name: string) =>
    t.rich("step.waitsFor", { name, who: (chunks) => <span translate="no">{chunks}</span> });
  if (isWaiting(deal))
    return deal.licensee.id === organisationId ? t("step.waitsForYou") : named(deal.licensee.name);
  switch (deal.state) {
    case "sealed":
      return deal.licensee.id === organisationId ? t("step.waitsForYou") : named(deal.licensee.name);
    case "disputed":
      return t("step.waitsForOperator");
    case "noticed":
      if (deal.noticeRunning) return t("step.waitsForClock");
      return deal.platform.id === organisationId ? t("step.waitsForYou") : named(deal.platform.name);
    default:
      return deal.platform.id === organisationId ? t("step.waitsForYou") : named(deal.platform.name);
  }
}
