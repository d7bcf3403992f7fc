import { query } from "@/infra/verb/query";
import { notFound } from "@/kernel/errors";
import { readPage } from "@/kernel/page";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { allocationsOf, findAllocation } from "../repository/allocation";
import { seesPreviews } from "../run/files-for";
import {
  AllocationList,
  AllocationOrder,
  AllocationRequest,
  AllocationView,
  ListAllocationsRequest,
} from "../schema/allocation";
import { allocationWire } from "../wire";

/**
 * One allocation: money, totals, how floors and cap were decided, digest. For readers of its deal; once sealed also for its
 * licensee.
 */
export const allocation = query({
  name: "allocation.get",
  scope: "allocation:read",
  input: AllocationRequest,
  output: AllocationView,
  async run({ actor }, { allocationId }) {
    const row = await findAllocation(allocationId);
    if (row === null) throw notFound("allocation");
    const deal = await dealFor(actor, row.dealId, "allocation:read");
    if (row.sealedAt === null && !seesPreviews(actor, deal)) throw notFound("allocation");
    return allocationWire(row);
  },
});

/** A deal's allocations, newest first: what was tried, and the one that was sealed. */
export const dealAllocations = query({
  name: "allocation.list",
  scope: "allocation:read",
  input: ListAllocationsRequest,
  output: AllocationList,
  async run({ actor }, { dealId, cursor, limit }) {
    const deal = await dealFor(actor, dealId, "allocation:read");
    const asked = { after: cursor?.[0], sealedOnly: !seesPreviews(actor, deal) };
    const page = await readPage(
      limit,
      (take) => allocationsOf(deal.id, { ...asked, take }),
      ({ id }) => AllocationOrder.write(id),
    );
    return { items: page.items.map(allocationWire), nextCursor: page.nextCursor };
  },
});
