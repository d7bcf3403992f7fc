import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DEAL_TONES } from "@/app/_deals/deal-state-badge";
import type { DealView } from "@/modules/deals/schema";
import { Banner, type Tone } from "@/ui/banner";
import { InstantText, RelativeText } from "@/ui/numbers";
import { Acts } from "./acts";

type Props = Readonly<{
  deal: DealView;
  organisationId: string;
  hasManifest: boolean;
  isUnverified: boolean;
  now: Date;
}>;
type T = Awaited<ReturnType<typeof getTranslations<"deals">>>;

/** What comes next, who it waits for, and what whoever looks can do about it. */
export async function NextStep({ deal, organisationId, hasManifest, isUnverified, now }: Props) {
  const t = await getTranslations("deals");
  return (
    <section aria-label={t("step.label")} className="flex min-w-0 flex-col gap-5">
      <Banner tone={toneOf(deal)} title={titleOf(t, deal)}>
        <p>{textOf(t, { deal, hasManifest, now })}</p>
        {waits(deal) && <p className="mt-2 text-sm font-medium">{waitsText(t, deal, organisationId)}</p>}
      </Banner>
      <Acts {...{ deal, organisationId, hasManifest, isUnverified }} />
    </section>
  );
}

function toneOf(deal: DealView): Tone {
  return deal.state === "noticed" && !deal.noticeRunning ? "good" : DEAL_TONES[deal.state];
}

function titleOf(t: T, deal: DealView): ReactNode {
  const { noticeEndsAt } = deal;
  if (deal.state === "sealed")
    return t.rich("step.sealed", {
      licensee: deal.licensee.name,
      who: (chunks) => <span translate="no">{chunks}</span>,
    });
  if (deal.state !== "noticed") return t(`step.${deal.state}`);
  if (!deal.noticeRunning || noticeEndsAt === null) return t("step.over");
  return t.rich("step.noticed", { at: () => <InstantText at={noticeEndsAt} /> });
}

function textOf(
  t: T,
  { deal, hasManifest, now }: { deal: DealView; hasManifest: boolean; now: Date },
): ReactNode {
  const { noticeEndsAt } = deal;
  switch (deal.state) {
    case "draft":
      return t(hasManifest ? "step.draftManifest" : "step.draftNoManifest");
    case "noticed":
      if (!deal.noticeRunning || noticeEndsAt === null)
        return t(hasManifest ? "step.overText" : "step.overNoManifest");
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

const waits = (deal: DealView): boolean =>
  ["draft", "reported", "noticed", "sealed", "disputed"].includes(deal.state);

/** Who must act: the reader, another party, or the clock. */
function waitsText(t: T, deal: DealView, organisationId: string): ReactNode {
  const named = (name: string) =>
    t.rich("step.waitsFor", { name, who: (chunks) => <span translate="no">{chunks}</span> });
  switch (deal.state) {
    case "sealed":
      return named(deal.licensee.name);
    case "disputed":
      return t("step.waitsForOperator");
    case "noticed":
      if (deal.noticeRunning) return t("step.waitsForClock");
      return deal.platform.id === organisationId ? t("step.waitsForYou") : named(deal.platform.name);
    default:
      return deal.platform.id === organisationId ? t("step.waitsForYou") : named(deal.platform.name);
  }
}
