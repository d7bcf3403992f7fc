import { z } from "zod";
import { query } from "@/infra/verb/query";
import { type Actor, personIdOr } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { wireMoney } from "@/kernel/money";
import type { Deal } from "@/modules/deals/domain/state/deal";
import { dealsFor } from "@/modules/deals/doors/deal-for";
import { dealsPaying, earnedBy } from "@/modules/ledger/read/earnings-of-person";
import { organisationsOf } from "@/modules/parties/organisations/organisation-of";
import { DealNames, Earnings } from "../schema";

const READER: Actor = { kind: "system", job: "allocation" };

/** What became the person's own, by month, deal and currency, with the names of deals and platforms. Three queries. */
export const myEarnings = query({
  name: "allocation.my_earnings",
  scope: "ledger:read",
  input: z.object({}),
  output: Earnings,
  async run({ actor }) {
    const rows = await earnedBy(personIdOr(actor, () => notFound("person")));
    const deals = await namesOf([...new Set(rows.map((row) => row.dealId))]);
    return {
      items: rows.map(({ month, dealId, currency, minor }) => ({
        month,
        amount: wireMoney(currency, minor),
        deal: deals.get(dealId) ?? null,
      })),
    };
  },
});

/** What deals are called, for somebody on whose books they are; others are left out. Three queries. */
export const dealNames = query({
  name: "allocation.deal_names",
  scope: "ledger:read",
  input: z.object({ dealIds: z.array(z.string().min(1)).max(LIMITS.pageRowsMax) }),
  output: DealNames,
  async run({ actor }, { dealIds }) {
    const mine = await dealsPaying(
      personIdOr(actor, () => notFound("person")),
      dealIds,
    );
    return { items: [...(await namesOf([...mine])).values()] };
  },
});

async function namesOf(dealIds: readonly string[]) {
  const deals =
    dealIds.length === 0 ? new Map<string, Deal>() : await dealsFor(READER, dealIds, "deals:read");
  const platforms = await organisationsOf([...new Set([...deals.values()].map((deal) => deal.platformId))]);
  return new Map(
    [...deals.values()].map(({ id, title, platformId }) => [
      id,
      { id, title, platform: { id: platformId, name: platforms.get(platformId)?.name ?? "" } },
    ]),
  );
}
