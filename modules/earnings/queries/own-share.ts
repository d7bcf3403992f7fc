import { z } from "zod";
import { query } from "@/infra/verb/query";
import { type Actor, personIdOr } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { pageSize, toPage } from "@/kernel/page";
import { listOrder } from "@/kernel/wire";
import {
  type AllocationRow,
  findAllocation,
  findAllocations,
  sealedAllocationOf,
} from "@/modules/allocation/run/allocation-rows";
import { pseudonymsOf } from "@/modules/allocation/seal/pseudonyms-of";
import {
  coAuthored,
  type OwnShareRow,
  ownShares,
  splitsOf,
} from "@/modules/allocation/seal/shares-of-people";
import { dealsFor } from "@/modules/deals/doors/deal-for";
import { reservesPaidTo } from "@/modules/ledger/read/deal-reserve";
import { paidSince } from "@/modules/ledger/read/earnings-of-person";
import { organisationsOf } from "@/modules/parties/organisations/organisation-of";
import { titlesOfWorks } from "@/modules/works/works-of";
import { type Known, paymentOf } from "../explain-payment";
import { MyShareList, PaymentView, type PaymentWire } from "../schema";
import { splitsNow } from "../splits-as-of-now";

const ShareOrder = listOrder("my-shares", ["id"]);
const READER: Actor = { kind: "system", job: "allocation" };

const nobodysShares = () =>
  new DomainError("NOT_FOUND", "Shares belong to people: sign in, or use a person's own key.");

/** Explain this payment: from the gross to the amount of the person who asks, each step with its number. */
export const explainPayment = query({
  name: "allocation.explain",
  scope: "ledger:read",
  input: z.object({ allocationId: z.string().min(1) }),
  output: PaymentView,
  async run({ actor, now }, { allocationId }) {
    const personId = personIdOr(actor, nobodysShares);
    const [row, shares] = await Promise.all([
      findAllocation(allocationId),
      ownShares(personId, { allocationIds: [allocationId], now }),
    ]);
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
    const personId = personIdOr(actor, nobodysShares);
    const row = await sealedAllocationOf(dealId);
    if (row === null) return null;
    return explained(row, personId, await ownShares(personId, { allocationIds: [row.id], now }));
  },
});

/**
 * The person's shares over all sealed allocations, newest first; one item a deal. The queries a page are few, however many
 * deals are on it.
 */
export const myShares = query({
  name: "allocation.my_shares",
  scope: "ledger:read",
  input: z.strictObject(ShareOrder.ask),
  output: MyShareList,
  async run({ actor, now }, { cursor, limit }) {
    const personId = personIdOr(actor, nobodysShares);
    const take = pageSize(limit);
    const asked = { take: take + 1, ...(cursor === undefined ? {} : { before: cursor[0] }) };
    const [shares, shared] = await Promise.all([
      ownShares(personId, { ...asked, now }),
      coAuthored(personId, asked),
    ]);
    const ids = [...new Set([...shares.map((share) => share.allocationId), ...shared])].sort().reverse();
    const page = toPage(ids, take, (id) => ShareOrder.write(id));
    const rows = await findAllocations(page.items);
    const payments = (await knownOf(rows, personId, shares)).map((known) =>
      paymentOf({ ...known, pseudonyms: new Map() }),
    );
    const items = payments.map(summary).sort((a, b) => (a.allocationId < b.allocationId ? 1 : -1));
    return { items, nextCursor: page.nextCursor };
  },
});

async function explained(
  row: AllocationRow,
  personId: string,
  shares: readonly OwnShareRow[],
): Promise<PaymentWire | null> {
  const [known] = await knownOf([row], personId, shares);
  if (known === undefined) return null;
  const names = known.shares.map((share) => share.contributor);
  return paymentOf({ ...known, pseudonyms: await pseudonymsOf(row.dealId, names) });
}

/** What the payments of these allocations follow from, where this person has a part in one; few queries in all. */
async function knownOf(
  rows: readonly AllocationRow[],
  personId: string,
  shares: readonly OwnShareRow[],
): Promise<Omit<Known, "pseudonyms">[]> {
  const allocationIds = rows.map((row) => row.id);
  const dealIds = rows.map((row) => row.dealId);
  const [deals, platforms, sealed, paid, since] = await Promise.all([
    dealsFor(READER, dealIds, "deals:read"),
    organisationsOf([...new Set(rows.map((row) => row.organisationId))]),
    splitsOf(
      allocationIds,
      personId,
      shares.map((share) => share.contributor),
    ),
    reservesPaidTo(personId, allocationIds),
    paidSince(personId, dealIds),
  ]);
  const dealOf = new Map(rows.map((row) => [row.id, row.dealId]));
  const splits = (await splitsNow(sealed, (id) => dealOf.get(id) ?? "")).filter(({ lost }) => !lost);
  const titles = await titlesOfWorks([...new Set(splits.map((split) => split.workId))]);
  return rows.flatMap((row) => {
    const own = shares.filter((share) => share.allocationId === row.id);
    const names = new Set(own.map((share) => share.contributor));
    // The same name on another platform can be somebody else's.
    const near = splits.filter(
      (split) =>
        split.allocationId === row.id && (split.personId === personId || names.has(split.contributor)),
    );
    const deal = deals.get(row.dealId);
    if (row.publishedAt === null || deal === undefined || own.length + near.length === 0) return [];
    const platformName = platforms.get(row.organisationId)?.name ?? "";
    const reservePaid = paid.find(({ causeId }) => causeId === row.id) ?? null;
    const creditedAt = since.get(row.dealId) ?? null;
    return [
      { row, personId, shares: own, splits: near, deal, platformName, titles, creditedAt, reservePaid },
    ];
  });
}

function summary({ allocationId, deal, platform, standing, sealedAt, postedAt, amount, lines }: PaymentWire) {
  const paid = lines.length === 0 || lines.some((line) => line.outcome === "paid");
  const outcome = paid ? ("paid" as const) : ("floor_not_met" as const);
  return { allocationId, deal, platform, standing, sealedAt, postedAt, amount, outcome };
}
