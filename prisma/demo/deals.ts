import type { z } from "zod";
import { db } from "@/infra/db/db";
import { chooseForDeal } from "@/modules/deals/contributor/choose-for-deal";
import { answerAsLicensee } from "@/modules/deals/licensee/answer-as-licensee";
import { amendDeal } from "@/modules/deals/platform/amend-deal";
import { cancelDeal } from "@/modules/deals/platform/cancel-deal";
import { createDeal } from "@/modules/deals/platform/create-deal";
import { giveNotice } from "@/modules/deals/platform/give-notice";
import { reportDeal } from "@/modules/deals/platform/report-deal";
import type { CreateDealRequest } from "@/modules/deals/schema/deal";
import { as, daysAgo, happened, hoursAfter } from "./acting";
import { type Cast, ORGANISATIONS, type OrganisationKey } from "./cast";
import type { PlatformKey } from "./communities";
import type { PersonKey } from "./people";

/** How far each demo deal is taken. `cleared` stops after a preview, with the notice period over: ready to be sealed. */
export type Until =
  | "draft"
  | "reported"
  | "noticed"
  | "cancelled"
  | "cleared"
  | "sealed"
  | "disputed"
  | "allocated";

export type DemoManifest = Readonly<{
  rows: number;
  seed: number;
  /** How much of everybody's items is in it: 1 in the largest of a platform. */
  part: number;
  years?: readonly [number, number];
}>;

export type DemoDeal = Readonly<{
  platform: PlatformKey;
  licensee: OrganisationKey | null;
  reportedDaysAgo: number;
  until: Until;
  /** Its generated manifest; null: none uploaded yet. */
  manifest: DemoManifest | null;
  terms: Omit<z.input<typeof CreateDealRequest>, "organisationId">;
  /** What contributors said while the notice ran, a day after it was given. */
  answers?: readonly Readonly<{ person: PersonKey; choice: "object" | "join" }>[];
  /** A later version of its terms, so many days after the report. */
  amended?: Readonly<{ afterDays: number; gross: string; note: string }>;
}>;

export const ownerOf = (deal: DemoDeal): PersonKey => ORGANISATIONS[deal.platform].owner;
export const noticeDaysOf = (deal: DemoDeal): number => deal.terms.noticeDays ?? 14;

/** The deal up to its notice; what comes after needs its manifest. Returns its id; what is done is not done again. */
export async function reportDemoDeal(deal: DemoDeal, cast: Cast): Promise<string> {
  const organisationId = cast.organisation[deal.platform];
  const known = await db.prisma.deal.findFirst({
    where: { platformId: organisationId, title: deal.terms.title },
  });
  const reported = daysAgo(deal.reportedDaysAgo);
  const act = async (at: Date, work: (call: Awaited<ReturnType<typeof as>>) => Promise<{ id: string }>) =>
    happened(at, async () => work(await as(cast.person[ownerOf(deal)], at)));
  const licensee = deal.licensee === null ? {} : { licenseeId: cast.organisation[deal.licensee] };
  const dealId =
    known?.id ??
    (
      await act(hoursAfter(reported, -30), (call) =>
        createDeal(call, { ...deal.terms, ...licensee, organisationId }),
      )
    ).id;
  let state = known?.state ?? "draft";
  if (deal.until === "draft") return dealId;
  if (state === "draft") {
    await act(reported, (call) => reportDeal(call, { dealId }));
    state = "reported";
  }
  if (deal.until === "reported" || state !== "reported") return dealId;
  await acceptDemoDeal(deal, { dealId, version: 1, at: hoursAfter(reported, 2) }, cast);
  if (deal.until === "cancelled") {
    const note = "The licensee withdrew before notice was given.";
    await act(hoursAfter(reported, 100), (call) => cancelDeal(call, { dealId, note }));
  } else await act(hoursAfter(reported, 3), (call) => giveNotice(call, { dealId }));
  await answerAndAmend(deal, dealId, cast);
  return dealId;
}

/** The licensee accepts before the notice to contributors, and again when a later version changes what it had agreed to. */
async function acceptDemoDeal(
  deal: DemoDeal,
  { dealId, version, at }: Readonly<{ dealId: string; version: number; at: Date }>,
  cast: Cast,
): Promise<void> {
  if (deal.licensee === null) return;
  const { licenseeAnswer } = await db.prisma.deal.findUniqueOrThrow({ where: { id: dealId } });
  if (licenseeAnswer === "accepted") return;
  const { owner } = ORGANISATIONS[deal.licensee];
  await happened(at, async () =>
    answerAsLicensee(await as(cast.person[owner], at), { dealId, version, decision: "accept" }),
  );
}

async function answerAndAmend(deal: DemoDeal, dealId: string, cast: Cast): Promise<void> {
  const reported = daysAgo(deal.reportedDaysAgo);
  for (const { person, choice } of deal.answers ?? []) {
    const at = hoursAfter(reported, 27);
    await happened(at, async () => chooseForDeal(await as(cast.person[person], at), { dealId, choice }));
  }
  if (deal.amended === undefined) return;
  const { afterDays, gross, note } = deal.amended;
  const at = hoursAfter(reported, afterDays * 24);
  await happened(at, async () =>
    amendDeal(await as(cast.person[ownerOf(deal)], at), { dealId, gross, note }),
  );
  await acceptDemoDeal(deal, { dealId, version: 2, at: hoursAfter(at, 5) }, cast);
}
