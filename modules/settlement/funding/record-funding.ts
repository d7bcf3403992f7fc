import { z } from "zod";
import { command } from "@/infra/verb/command";
import { actorName, isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { isCurrency } from "@/kernel/money";
import { readable } from "@/kernel/readable";
import { LedgerEvents } from "@/modules/ledger/events";
import { postEntry } from "@/modules/ledger/post/post-entry";
import { attemptKey } from "@/modules/ledger/post/posting-attempts";

/**
 * The licensee's money is in the bank: it becomes the deal's pool. There is one funding entry per attempt, however often the
 * command runs. A caller that reads the attempt before it checks that the deal is funded cannot post what was reversed since.
 */
export const recordFunding = command({
  name: "ledger.record_funding",
  scope: "operator:write",
  input: z.object({
    dealId: z.string().min(1),
    currency: z.string().refine(isCurrency, "a currency the books are kept in"),
    minor: z.string().regex(/^[1-9]\d{0,18}$/, "minor units above zero, as decimal text"),
    reference: z.string().min(1).max(200).superRefine(readable),
    attempt: z.number().int().min(0).default(0),
  }),
  output: z.object({ entryId: z.string(), posted: z.boolean() }),
  async run({ tx, actor, now }, { dealId, currency, minor, reference, attempt }) {
    if (!isOperator(actor, "operator:write")) throw notFound("deal");
    const holder = `deal:${dealId}`;
    const { entryId, posted } = await postEntry(tx, {
      idempotencyKey: attemptKey(`deal_funding:${dealId}`, attempt),
      cause: "deal_funding",
      causeId: dealId,
      memo: `Deal funded, reference ${reference}`,
      effectiveAt: now,
      actor: actorName(actor),
      lines: [
        { account: "bank", holder: "remit", dealId, currency, minor: BigInt(minor) },
        { account: "deal_pool", holder, dealId, currency, minor: -BigInt(minor) },
      ],
    });
    return {
      value: { entryId, posted },
      events: posted ? [LedgerEvents.deal_funding_posted({ dealId, entryId })] : [],
      audit: { subject: dealId, detail: { entryId } },
    };
  },
});
