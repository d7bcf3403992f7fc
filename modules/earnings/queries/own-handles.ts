import { z } from "zod";
import { query } from "@/infra/verb/query";
import { personIdOr } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { wireMoney } from "@/kernel/money";
import { handlesOf } from "@/modules/handles/claim/handles-of";
import { holderBalances } from "@/modules/ledger/holders/holder-balances";
import { organisationsOf } from "@/modules/parties/organisations/organisation-of";
import { OwnHandles } from "../schema";

const THE_WEB = "web";

/**
 * The person's living claims with where they stand, what the books hold for those not proved yet, and what is on hold for
 * those in dispute: an amount for each, never from which deals it came, since the claim may be wrong. Three queries.
 */
export const myHandlesAndMoney = query({
  name: "allocation.my_handles",
  scope: "ledger:read",
  input: z.object({}),
  output: OwnHandles,
  async run({ actor }) {
    const personId = personIdOr(actor, () => notFound("person"));
    const all = await handlesOf(personId);
    const living = all.filter(({ state }) => state !== "released" && state !== "lost");
    const asked = living.filter(({ state }) => state === "pending" || state === "disputed");
    const [platforms, balances] = await Promise.all([
      organisationsOf([...new Set(living.map(({ platformId }) => platformId))]),
      holderBalances(asked.map(({ holder }) => holder)),
    ]);
    const items = living.map(({ handleId, platformId, shownName, state, holder }) => ({
      handleId,
      shownName,
      state,
      platformName: platformId === THE_WEB ? null : (platforms.get(platformId)?.name ?? null),
      waiting: (balances.get(holder) ?? [])
        .filter((balance) => balance.unclaimedMinor > 0n)
        .map(({ currency, unclaimedMinor }) => wireMoney(currency, unclaimedMinor)),
      held: (balances.get(holder) ?? [])
        .filter((balance) => state === "disputed" && balance.heldMinor > 0n)
        .map(({ currency, heldMinor }) => wireMoney(currency, heldMinor)),
    }));
    return { items: items.toSorted((a, b) => urgency(a.state) - urgency(b.state)) };
  },
});

const urgency = (state: string): number => (state === "disputed" ? 0 : state === "pending" ? 1 : 2);
