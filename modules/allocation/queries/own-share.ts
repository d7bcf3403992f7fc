import { z } from "zod";
import { query } from "@/infra/query";
import { type Actor, personIdOf } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { pageSize } from "@/kernel/page";
import { dealFor } from "@/modules/deals/deal-for";
import { organisationOf } from "@/modules/parties/organisation-of";
import { paymentOf } from "../explain-payment";
import { MyShareList, PaymentView, type PaymentWire } from "../own-schema";
import { pseudonymsOf } from "../pseudonyms-of";
import { type AllocationRow, findAllocation, sealedAllocationOf } from "../repository/allocation";
import { coAuthored, type OwnShareRow, ownShares, splitsOf } from "../repository/own-shares";

const LINES_MAX = 1000;
const READER: Actor = { kind: "system", job: "allocation" };

/** Explain this payment: from the gross to the amount of the person who asks, each step with its number. */
export const explainPayment = query({
  name: "allocation.explain",
  scope: "ledger:read",
  input: z.object({ allocationId: z.string().min(1) }),
  output: PaymentView,
  async run({ actor, now }, { allocationId }) {
    const personId = mustBePerson(actor);
    const row = await findAllocation(allocationId);
    const shares = await ownShares(personId, { allocationId, take: LINES_MAX, now });
    const payment = row === null ? null : await explained(row, personId, shares);
    if (payment === null) throw notFound("payment");
    return payment;
  },
});

/** The person's own line in a deal that is sealed; null while there is none. */
export const myLineInDeal = query({
  name: "allocation.my_line",
  scope: "ledger:read",
  input: z.object({ dealId: z.string().min(1) }),
  output: PaymentView.nullable(),
  async run({ actor, now }, { dealId }) {
    const personId = mustBePerson(actor);
    const row = await sealedAllocationOf(dealId);
    if (row === null) return null;
    return explained(
      row,
      personId,
      await ownShares(personId, { allocationId: row.id, take: LINES_MAX, now }),
    );
  },
});

/** The person's shares over all sealed allocations, newest first; one item a deal. */
export const myShares = query({
  name: "allocation.my_shares",
  scope: "ledger:read",
  input: z.object({ cursor: z.string().optional(), limit: z.coerce.number().int().positive().optional() }),
  output: MyShareList,
  async run({ actor, now }, { cursor, limit }) {
    const personId = mustBePerson(actor);
    const take = pageSize(limit);
    const all = { take: LINES_MAX, now, ...(cursor === undefined ? {} : { before: cursor }) };
    const shares = await ownShares(personId, all);
    const shared = (await coAuthored(personId)).filter((id) => cursor === undefined || id < cursor);
    const ids = [...new Set([...shares.map((share) => share.allocationId), ...shared])].sort().reverse();
    const items = [];
    for (const id of ids.slice(0, take)) {
      const row = await findAllocation(id);
      const own = shares.filter((share) => share.allocationId === id);
      const payment = row === null ? null : await explained(row, personId, own);
      if (payment !== null) items.push(summary(payment));
    }
    return { items, nextCursor: ids.length > take ? (ids[take - 1] ?? null) : null };
  },
});

async function explained(
  row: AllocationRow,
  personId: string,
  shares: readonly OwnShareRow[],
): Promise<PaymentWire | null> {
  if (row.publishedAt === null) return null;
  const names = shares.map((share) => share.contributor);
  const splits = await splitsOf([row.id], personId, names);
  if (shares.length === 0 && splits.length === 0) return null;
  const [deal, platform, pseudonyms] = await Promise.all([
    dealFor(READER, row.dealId, "deals:read"),
    organisationOf(row.organisationId),
    pseudonymsOf(row.dealId, names),
  ]);
  return paymentOf({ row, personId, shares, splits, deal, platformName: platform?.name ?? "", pseudonyms });
}

function summary({ allocationId, deal, platform, standing, sealedAt, postedAt, amount, lines }: PaymentWire) {
  const paid = lines.length === 0 || lines.some((line) => line.outcome === "paid");
  const outcome = paid ? ("paid" as const) : ("floor_not_met" as const);
  return { allocationId, deal, platform, standing, sealedAt, postedAt, amount, outcome };
}

function mustBePerson(actor: Actor): string {
  const personId = personIdOf(actor);
  if (personId === null)
    throw new DomainError("NOT_FOUND", "Shares belong to people: sign in, or use a person's own key.");
  return personId;
}
