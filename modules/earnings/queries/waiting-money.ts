import { z } from "zod";
import { query } from "@/infra/verb/query";
import { personIdOr } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { wireMoney } from "@/kernel/money";
import { handlesOf } from "@/modules/handles/claim/handles-of";
import { holderBalances } from "@/modules/ledger/holders/holder-balances";
import { WaitingList } from "../schema";

/**
 * What the books hold for handles that the person has claimed and not proved yet: an amount for each, never from which
 * deals or works it came, since the claim may be wrong. Two queries; pending claims are few by limit.
 */
export const moneyWaiting = query({
  name: "allocation.money_waiting",
  scope: "ledger:read",
  input: z.object({}),
  output: WaitingList,
  async run({ actor }) {
    const personId = personIdOr(actor, () => notFound("person"));
    const pending = (await handlesOf(personId)).filter((handle) => handle.state === "pending");
    const balances = await holderBalances(pending.map((handle) => handle.holder));
    const items = pending.flatMap(({ handleId, platformId, shownName, holder }) =>
      (balances.get(holder) ?? [])
        .filter((balance) => balance.unclaimedMinor > 0n)
        .map(({ currency, unclaimedMinor }) => ({
          handleId,
          platformId,
          shownName,
          amount: wireMoney(currency, unclaimedMinor),
        })),
    );
    return { items, nextCursor: null };
  },
});
