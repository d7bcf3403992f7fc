import type { z } from "zod";
import { db } from "@/infra/db";
import { cancelDeal } from "@/modules/deals/cancel-deal";
import { createDeal } from "@/modules/deals/create-deal";
import { giveNotice } from "@/modules/deals/give-notice";
import { reportDeal } from "@/modules/deals/report-deal";
import type { CreateDealRequest } from "@/modules/deals/schema";
import { as, daysAgo } from "./acting";
import type { Cast, OrganisationKey } from "./cast";
import type { PersonKey } from "./people";

/** How far each demo deal is taken. `cleared` stops after a preview, with the notice period over: ready to be sealed. */
export type Until = "draft" | "noticed" | "cancelled" | "cleared" | "sealed" | "allocated";

export type DemoDeal = Readonly<{
  platform: "harbour" | "lantern" | "bench";
  by: PersonKey;
  licensee: OrganisationKey | null;
  reportedDaysAgo: number;
  until: Until;
  /** Rows and seed of its generated manifest; null: none uploaded yet. */
  manifest: Readonly<{ rows: number; seed: number }> | null;
  terms: Omit<z.input<typeof CreateDealRequest>, "organisationId">;
}>;

export const DEMO_DEALS: readonly DemoDeal[] = [
  {
    platform: "harbour",
    by: "elin",
    licensee: "northwind",
    reportedDaysAgo: 75,
    until: "allocated",
    manifest: { rows: 24_000, seed: 11 },
    terms: {
      title: "Harbour Forum archive, 2020 to 2025",
      gross: "1250000.00",
      contributorShareBps: 6000,
      operatorFeeBps: 200,
      reserveBps: 500,
      reserveReleaseOn: "2028-06-30",
      uses: ["pretraining", "post_training"],
      weights: "closed",
      basis: "platform_terms",
      weighting: "score_log",
      noticeDays: 21,
      termFrom: "2026-09-15",
      termTo: "2029-09-14",
    },
  },
  {
    platform: "bench",
    by: "elin",
    licensee: "northwind",
    reportedDaysAgo: 60,
    until: "allocated",
    manifest: { rows: 6_000, seed: 12 },
    terms: {
      title: "Benchnotes worked answers, open model",
      gross: "180000.00",
      contributorShareBps: 7000,
      operatorFeeBps: 200,
      uses: ["post_training", "evaluation"],
      weights: "open",
      basis: "consent",
      weighting: "per_token",
      noticeDays: 14,
      attribution: true,
      termFrom: "2026-10-01",
      termTo: "2028-09-30",
    },
  },
  {
    platform: "harbour",
    by: "elin",
    licensee: null,
    reportedDaysAgo: 40,
    until: "sealed",
    manifest: { rows: 12_000, seed: 13 },
    terms: {
      title: "Answers with sources, workshop topics",
      licenseeName: "Tidewater Search",
      gross: "320000.00",
      currency: "EUR",
      contributorShareBps: 5500,
      operatorFeeBps: 250,
      uses: ["grounding", "indexing"],
      weights: "closed",
      basis: "platform_terms",
      weighting: "per_item",
      noticeDays: 21,
      attribution: true,
      termFrom: "2026-12-01",
      termTo: "2027-11-30",
    },
  },
  {
    platform: "lantern",
    by: "ines",
    licensee: "northwind",
    reportedDaysAgo: 30,
    until: "cleared",
    manifest: { rows: 1_800, seed: 14 },
    terms: {
      title: "Lantern Review essays for evaluation",
      gross: "96000.00",
      contributorShareBps: 8000,
      operatorFeeBps: 200,
      capBps: 1500,
      uses: ["evaluation"],
      weights: "closed",
      purpose: "research",
      basis: "consent",
      weighting: "per_token",
      noticeDays: 14,
      attribution: true,
      termFrom: "2027-01-01",
      termTo: "2027-12-31",
    },
  },
  {
    platform: "harbour",
    by: "elin",
    licensee: "northwind",
    reportedDaysAgo: 5,
    until: "noticed",
    manifest: { rows: 9_000, seed: 15 },
    terms: {
      title: "Harbour Forum, new posts of 2026",
      gross: "410000.00",
      contributorShareBps: 6000,
      operatorFeeBps: 200,
      reserveBps: 300,
      reserveReleaseOn: "2028-12-31",
      uses: ["pretraining"],
      weights: "open",
      basis: "platform_terms",
      weighting: "score_log",
      noticeDays: 21,
      termFrom: "2027-01-01",
      termTo: "2029-12-31",
    },
  },
  {
    platform: "harbour",
    by: "elin",
    licensee: null,
    reportedDaysAgo: 2,
    until: "draft",
    manifest: null,
    terms: {
      title: "Radio and small boats boards, speech captions",
      licenseeName: "Quayside Speech",
      gross: "58000.00",
      uses: ["synthesis"],
      weights: "closed",
      noticeDays: 14,
    },
  },
  {
    platform: "harbour",
    by: "elin",
    licensee: null,
    reportedDaysAgo: 50,
    until: "cancelled",
    manifest: null,
    terms: {
      title: "Photo captions trial",
      licenseeName: "Longshore Vision",
      gross: "24000.00",
      uses: ["pretraining"],
      weights: "closed",
      noticeDays: 14,
    },
  },
];

/** The deal up to its notice; what comes after needs its manifest. Returns its id; a deal that is there is not made again. */
export async function reportDemoDeal(deal: DemoDeal, cast: Cast): Promise<string> {
  const organisationId = cast.organisation[deal.platform];
  const existing = await db.prisma.deal.findFirst({
    where: { platformId: organisationId, title: deal.terms.title },
  });
  if (existing !== null) return existing.id;
  const by = (hoursLater: number) =>
    as(cast.person[deal.by], new Date(daysAgo(deal.reportedDaysAgo).getTime() + hoursLater * 3_600_000));
  const licensee = deal.licensee === null ? {} : { licenseeId: cast.organisation[deal.licensee] };
  const { id } = await createDeal(await by(-30), { ...deal.terms, ...licensee, organisationId });
  if (deal.until === "draft") return id;
  await reportDeal(await by(0), { dealId: id });
  if (deal.until === "cancelled")
    await cancelDeal(await by(100), { dealId: id, note: "The licensee withdrew before notice was given." });
  else await giveNotice(await by(3), { dealId: id });
  return id;
}
