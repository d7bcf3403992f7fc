import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Name } from "@/app/_deals/view/name";
import type { DealView } from "@/modules/deals/schema/deal";
import { cx } from "@/ui/cx";
import { MoneyText } from "@/ui/text/money";
import { RelativeText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

const STEPS = ["draft", "reported", "noticed", "sealed", "funded", "allocated"] as const;
type Step = (typeof STEPS)[number];
type T = ReturnType<typeof useTranslations<"deals.home.progress">>;

/** Each deal that is on its way: how far it is, what it waits for, what it is worth to contributors. */
export function DealsInProgress({
  base,
  deals,
  now,
}: {
  base: string;
  deals: readonly DealView[];
  now: Date;
}) {
  const t = useTranslations("deals.home.progress");
  return (
    <ul className="border-t border-rule">
      {deals.map((deal) => (
        <li
          key={deal.id}
          className="grid gap-x-8 gap-y-3 border-b border-rule py-4 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_15rem] md:items-center"
        >
          <div className="min-w-0">
            <TextLink href={`${base}/${deal.id}`} translate="no" className="font-medium">
              {deal.title}
            </TextLink>
            <p className="text-sm text-muted">
              {t.rich("to", { name: () => <Name>{deal.licensee.name}</Name> })}
            </p>
          </div>
          <Track t={t} deal={deal} now={now} />
          <div className="md:text-right">
            <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} className="font-medium" />
            <p className="text-sm text-muted">
              {t.rich("pool", {
                pool: () => <MoneyText money={deal.split.pool} figure={`deal.pool:${deal.id}`} />,
              })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Track({ t, deal, now }: { t: T; deal: DealView; now: Date }) {
  const disputed = deal.state === "disputed";
  const standing = disputed ? deal.disputedFrom : deal.state;
  const at = Math.max(0, STEPS.indexOf(standing as Step));
  const tone = disputed ? "bg-refusal" : "bg-accent";
  return (
    <div className="min-w-0">
      <div
        role="img"
        aria-label={t("track", { step: at + 1, steps: STEPS.length, name: t(STEPS[at] ?? "draft") })}
        className="flex gap-1"
      >
        {STEPS.map((step, index) => (
          <span key={step} className={cx("h-1.5 flex-1 rounded-sm", index <= at ? tone : "bg-rule")} />
        ))}
      </div>
      <p className={cx("mt-1.5 text-sm", disputed && "text-refusal")}>{standingText(t, deal, now)}</p>
    </div>
  );
}

function standingText(t: T, deal: DealView, now: Date): ReactNode {
  const { noticeEndsAt } = deal;
  switch (deal.state) {
    case "draft":
      return t("toReport");
    case "reported":
      return t("toNotice");
    case "noticed":
      return deal.noticeRunning && noticeEndsAt !== null
        ? t.rich("noticeEnds", { in: () => <RelativeText at={noticeEndsAt} now={now} /> })
        : t("noticeOver");
    case "sealed":
      return t(deal.cancellation === null ? "waitsPayment" : "cancelAsked");
    case "funded":
      return t("posting");
    case "disputed":
      return t("disputed");
    case "allocated":
    case "distributed":
    case "closed":
    case "cancelled":
      return t("allocated");
  }
}
