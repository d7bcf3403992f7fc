import type { JobHandle, JobHandler } from "@/infra/work/job-run";
import type { Actor } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { wireMoney } from "@/kernel/money";
import { allocationToTell, peopleToTell } from "@/modules/allocation/notice-data";
import { lapsedJoinsOf } from "@/modules/consent/answers/lapsed-joins";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { holdersOn } from "@/modules/handles/notice-data";
import { paidByEntries } from "@/modules/ledger/read/paid-by-entries";
import { type Audience, NoticeJobs } from "@/modules/notices/jobs";
import { type NextPeople, spreadNotices } from "@/modules/notices/write/spread-notices";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";

const SYSTEM: Actor = { kind: "system", job: "notices" };

type OfEntries = Extract<Audience, { kind: "entries" }>;

/**
 * Writes the notices of an audience that may be a whole platform. Asks the capability that knows the audience for it, part by
 * part.
 */
export const spread: JobHandler = {
  run: async (job) => spreadNotices(job, await audienceOf(job)),
  ended: async () => {}, // Written notices stay; an operator can run the job again for the rest.
};

async function audienceOf(job: JobHandle): Promise<NextPeople> {
  const { audience, at } = job.input(NoticeJobs.spread);
  switch (audience.kind) {
    case "holders":
      return dealAudience(audience.dealId, audience.restarted, (platformId, after, take) =>
        holdersOn(platformId, { at: new Date(at), after, take }),
      );
    case "lapsed":
      return dealAudience(audience.dealId, false, (_, after, take) =>
        lapsedJoinsOf(audience.dealId, { after, take }),
      );
    case "lines":
      return lineAudience(audience.allocationId, new Date(at));
    case "entries":
      return entriesAudience(audience);
  }
}

async function dealAudience(
  dealId: string,
  restarted: boolean,
  people: (platformId: string, after: string, take: number) => Promise<readonly string[]>,
): Promise<NextPeople> {
  const deal = await dealFor(SYSTEM, dealId, "deals:read");
  const params = {
    title: deal.title,
    platform: (await organisationOf(deal.platformId))?.name ?? deal.platformId,
    licensee: deal.licenseeName,
    restarted: restarted ? "yes" : "no",
    until: { at: (deal.noticeEndsAt ?? deal.noticedAt ?? deal.createdAt).toISOString() },
  };
  return async (after, take) => {
    const ids = await people(deal.platformId, after, take);
    const recipients = ids.map((personId) => ({ personId, params, link: `/me/deals/${dealId}` }));
    return { recipients, after: ids.length < take ? null : (ids.at(-1) ?? null) };
  };
}

async function lineAudience(allocationId: string, at: Date): Promise<NextPeople> {
  const allocation = await allocationToTell(allocationId);
  if (allocation === null) throw notFound("allocation");
  const { id, platformId, postedAt, currency, dealId } = allocation;
  const deal = await dealFor(SYSTEM, dealId, "deals:read");
  const platform = (await organisationOf(platformId))?.name ?? platformId;
  return async (after, take) => {
    const people = await peopleToTell({ id, platformId, at: postedAt ?? at }, { after, take });
    const recipients = people.flatMap(({ personId, minor }) =>
      minor === null
        ? []
        : [
            {
              personId,
              params: { title: deal.title, platform, amount: wireMoney(currency, minor) },
              link: `/me/payments/${id}`,
            },
          ],
    );
    return { recipients, after: people.length < take ? null : (people.at(-1)?.personId ?? null) };
  };
}

/** Everybody to whom entries made a deal's money payable; `left` is what stays of it where they were reversed. */
async function entriesAudience({ allocationId, dealId, entryIds, reason }: OfEntries): Promise<NextPeople> {
  const { title, platformId } = await dealFor(SYSTEM, dealId, "deals:read");
  const platform = (await organisationOf(platformId))?.name ?? platformId;
  return async (after, take) => {
    const people = await paidByEntries({ entryIds, dealId }, { after, take });
    const recipients = people.map(({ personId, currency, minor }) => ({
      personId,
      params: {
        title,
        platform,
        reason,
        amount: wireMoney(currency, minor),
        left: wireMoney(currency, 0n),
      },
      link: `/me/payments/${allocationId}`,
    }));
    return { recipients, after: people.length < take ? null : (people.at(-1)?.personId ?? null) };
  };
}
