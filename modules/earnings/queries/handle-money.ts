import { z } from "zod";
import { query } from "@/infra/verb/query";
import { personIdOf } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { wireMoney } from "@/kernel/money";
import { handlesOf } from "@/modules/handles/claim/handles-of";
import { holderBalances } from "@/modules/ledger/holders/holder-balances";
import { broughtByClaim } from "@/modules/settlement/handles/brought-by-handle";
import { HandleMoney } from "../schema";

const HIDDEN = ["released", "lost"];

/** What the books hold for one of the person's own handles, and what proving it brought them. */
export const handleMoney = query({
  name: "allocation.handle_money",
  scope: "ledger:read",
  input: z.object({ handleId: z.string().min(1).max(100) }),
  output: HandleMoney,
  async run({ actor }, { handleId }) {
    const personId = personIdOf(actor);
    const handle =
      personId === null ? undefined : (await handlesOf(personId)).find((one) => one.handleId === handleId);
    if (personId === null || handle === undefined) throw notFound("handle");
    const [balances, brought] = await Promise.all([
      HIDDEN.includes(handle.state) ? null : holderBalances([handle.holder]),
      broughtByClaim({ handleId, personId }),
    ]);
    const waiting = (balances?.get(handle.holder) ?? []).filter(({ unclaimedMinor }) => unclaimedMinor > 0n);
    return {
      waiting: waiting.map(({ currency, unclaimedMinor }) => wireMoney(currency, unclaimedMinor)),
      brought: brought.map(({ currency, minor }) => wireMoney(currency, minor)),
    };
  },
});
