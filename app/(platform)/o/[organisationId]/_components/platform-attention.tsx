import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { AttentionItem } from "@/app/_shell/attention";
import { kindText } from "@/kernel/job-kinds";
import { DAY_MS } from "@/kernel/time";
import type { DealView } from "@/modules/deals/schema/deal";
import type { JobView } from "@/modules/jobs/schema";
import { RelativeText } from "@/ui/text/numbers";
import { type DealWork, workStep } from "./work-step";

type T = Awaited<ReturnType<typeof getTranslations<"deals.home.attention">>>;
type Around = Readonly<{
  t: T;
  base: string;
  now: Date;
  work: ReadonlyMap<string, DealWork>;
  mayRun: boolean;
}>;

const SOON_MS = 3 * DAY_MS;

/** What an organisation should look at: what is stuck first, then what only it can move on, then what it waits for. */
export async function platformAttention(about: {
  base: string;
  /** Under way, the oldest first. */
  deals: readonly DealView[];
  drafts: Drafts;
  work: ReadonlyMap<string, DealWork>;
  failedJobs: readonly JobView[];
  mayRun: boolean;
  now: Date;
}): Promise<AttentionItem[]> {
  const [t, jobs] = await Promise.all([getTranslations("deals.home.attention"), getTranslations("jobs")]);
  const around = { ...about, t };
  const failed = about.failedJobs.map((job) => ({
    key: job.id,
    href: `${about.base}/jobs/${job.id}`,
    tone: "bad" as const,
    text: t("failed", { kind: kindText(jobs, job.kind) }),
    act: t("failedAct"),
  }));
  const items = about.deals.flatMap((deal) => itemOf(deal, around) ?? []);
  const drafts = draftItems(around, about.drafts);
  const rank = (item: Ranked) => item.rank;
  const [first, later] = [items.filter((item) => rank(item) === 0), items.filter((item) => rank(item) > 0)];
  return [...first, ...failed, ...later.sort((a, b) => rank(a) - rank(b)), ...drafts];
}

/** The newest drafts; `more`: there are others. */
type Drafts = Readonly<{ newest: readonly DealView[]; more: boolean }>;

/** One draft is a task of its own; several are one line that leads to their list. */
function draftItems(around: Around, { newest, more }: Drafts): readonly AttentionItem[] {
  const drafts = newest.filter((deal) => deal.allowedActs.includes("report"));
  const [only] = drafts;
  if (only === undefined) return [];
  if (drafts.length === 1) return [itemOf(only, around)].filter((item) => item !== null);
  return [
    {
      key: "drafts",
      href: `${around.base}/deals?state=draft`,
      text: around.t(more ? "draftsMore" : "drafts", { n: drafts.length }),
      act: around.t("draftsAct"),
    },
  ];
}

type Ranked = AttentionItem & { rank: number };
type Word =
  | "disputed"
  | "waitsLicensee"
  | "declined"
  | "noManifest"
  | "noManifestSoon"
  | "noClearance"
  | "noSplit"
  | "seal"
  | "ending"
  | "reported"
  | "unpaid"
  | "cancelAsked"
  | "draft";
type Act = Exclude<Word, "noManifestSoon">;

/** The one thing that waits in a deal, if something does. */
function itemOf(deal: DealView, around: Around): Ranked | null {
  const path = `${around.base}/deals/${deal.id}`;
  const item = (rank: number, word: Word, href = path, act: Act = word as Act): Ranked => ({
    key: deal.id,
    href,
    rank,
    ...(word === "disputed" ? { tone: "bad" as const } : {}),
    text: sentence(deal, around, word),
    act: around.t(`${act}Act`),
  });
  const answer = deal.state === "reported" || deal.state === "noticed" ? deal.licenseeAnswer.state : null;
  if (answer === "declined") return item(1, "declined");
  if (answer === "waiting" && !deal.allowedActs.includes("notice") && !deal.allowedActs.includes("seal"))
    return deal.state === "reported" || !deal.noticeRunning ? item(5, "waitsLicensee") : null;
  switch (deal.state) {
    case "disputed":
      return item(0, "disputed");
    case "noticed":
      return noticedItem(deal, around, item);
    case "reported":
      return deal.allowedActs.includes("notice") ? item(3, "reported") : null;
    case "sealed":
      return item(5, deal.cancellation === null ? "unpaid" : "cancelAsked");
    case "draft":
      return deal.allowedActs.includes("report") ? item(6, "draft") : null;
    case "funded":
    case "allocated":
    case "distributed":
    case "closed":
    case "cancelled":
      return null;
  }
}

type Make = (rank: number, word: Word, href?: string, act?: Act) => Ranked;

function noticedItem(deal: DealView, { base, now, work, mayRun }: Around, item: Make): Ranked | null {
  const path = `${base}/deals/${deal.id}`;
  const done = work.get(deal.id);
  if (done === undefined) return null;
  const ends = deal.noticeEndsAt === null ? 0 : Date.parse(deal.noticeEndsAt);
  if (deal.noticeRunning) {
    if (!done.manifest && mayRun) return item(2, "noManifestSoon", `${path}/manifests/new`, "noManifest");
    return ends - now.getTime() < SOON_MS ? item(4, "ending", `${path}#answers`) : null;
  }
  if (!deal.allowedActs.includes("seal")) return null;
  switch (workStep(done, deal, now)) {
    case "upload":
      return item(1, "noManifest", `${path}/manifests/new`);
    case "clear":
      return item(1, "noClearance", `${path}#clearance`);
    case "split":
      return item(1, "noSplit", `${path}#allocation`);
    case "seal":
      return item(1, "seal", `${base}/allocations/${done.splitId}`);
  }
}

function sentence(deal: DealView, { t, now }: Around, word: Word): ReactNode {
  const { noticeEndsAt } = deal;
  return t.rich(word, {
    title: deal.title,
    licensee: deal.licensee.name,
    name: (chunks) => (
      <span translate="no" className="font-medium">
        {chunks}
      </span>
    ),
    in: () => (noticeEndsAt === null ? null : <RelativeText at={noticeEndsAt} now={now} />),
  });
}
