import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Own } from "@/app/_manifests/bytes-text.client";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import type { DealView } from "@/modules/deals/schema/deal";
import { Banner, type Tone } from "@/ui/page/banner";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import type { Cleared } from "../../../_components/work-step";
import { Seal } from "./seal";
import { standingOf } from "./standing-of";

type Props = {
  view: AllocationWire;
  deal: DealView;
  home: string;
  cleared: Cleared;
  now: Date;
};
type Standing = ReturnType<typeof standingOf>;

const PREVIEW = "previewTitle";
const SEALED = "sealedTitle";
const TITLES = {
  posted: "postedTitle",
  cancelled: "cancelledTitle",
  sealed: SEALED,
  sealedPaid: SEALED,
  sealedFrozen: SEALED,
  sealedLeaving: SEALED,
  whatIf: "whatIfTitle",
  whatIfLate: "whatIfTitle",
  otherSealed: PREVIEW,
  frozen: PREVIEW,
  outdated: "outdatedTitle",
  previewEarly: PREVIEW,
  previewNoticed: PREVIEW,
  previewDeclined: PREVIEW,
  previewUnanswered: PREVIEW,
  previewUnverified: PREVIEW,
  clearedEarly: "tooOldTitle",
  tooOld: "tooOldTitle",
  ready: "readyTitle",
  readyForOthers: "readyTitle",
} as const satisfies Record<Standing, string>;

const TONES: Partial<Record<Standing, Tone>> = {
  posted: "good",
  ready: "good",
  sealed: "waiting",
  sealedPaid: "waiting",
  sealedFrozen: "waiting",
  sealedLeaving: "waiting",
  outdated: "waiting",
  clearedEarly: "waiting",
  tooOld: "waiting",
};

/** Whether this split counts, could be made to count, or why it cannot. */
export function Standing({ view, deal, home, cleared, now }: Props) {
  const t = useTranslations("allocation.standing");
  const standing = standingOf(view, deal, { cleared, now });
  const at = { posted: view.postedAt, tooOld: cleared.sealableUntil, ready: cleared.sealableUntil };
  const instant = standing in at ? at[standing as keyof typeof at] : view.sealedAt;
  const page = `${home}/deals/${deal.id}`;
  const words = {
    version: view.dealVersion,
    at: () => instant && <InstantText at={instant} />,
    licensee: () => <Own>{deal.licensee.name}</Own>,
    platform: () => <Own>{deal.platform.name}</Own>,
    link: (chunks: ReactNode) => (
      <TextLink href={standing === "whatIf" ? page : `${page}#clearance`}>{chunks}</TextLink>
    ),
  };
  return (
    <Banner
      tone={TONES[standing] ?? "neutral"}
      title={t(TITLES[standing])}
      {...(standing === "ready" ? { action: <Seal view={view} deal={deal} /> } : {})}
    >
      {t.rich(standing, words)}
    </Banner>
  );
}
