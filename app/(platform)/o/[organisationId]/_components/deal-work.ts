import { read } from "@/app/_web/page/page";
import { dealAllocations } from "@/modules/allocation/queries/allocation";
import { dealClearances } from "@/modules/clearance/queries";
import type { DealView } from "@/modules/deals/schema/deal";
import { listManifests } from "@/modules/manifests/read/queries";
import type { DealWork } from "./work-step";

/** Previews and failed runs come before the one that is looked for. */
const NEWEST = 50;

/** Asked only for deals in notice: in the other states the work is not what waits. */
export async function workOf(deals: readonly DealView[]): Promise<ReadonlyMap<string, DealWork>> {
  const noticed = deals.filter((deal) => deal.state === "noticed");
  const entries = await Promise.all(noticed.map(async (deal) => [deal.id, await workOfDeal(deal)] as const));
  return new Map(entries);
}

/** The same of one deal. */
export async function workOfDeal({ id: dealId }: Pick<DealView, "id">): Promise<DealWork> {
  const [manifests, clearances, splits] = await Promise.all([
    read(listManifests, { dealId, limit: NEWEST }),
    read(dealClearances, { dealId, limit: NEWEST }),
    read(dealAllocations, { dealId, limit: NEWEST }),
  ]);
  const cleared = clearances.items.find((one) => one.state === "succeeded");
  const split = splits.items.find(
    (one) => one.state === "succeeded" && !one.whatIf && one.clearanceId === cleared?.id,
  );
  return {
    manifest: manifests.items.some((one) => one.state === "ready" && !one.dryRun),
    cleared: cleared ?? null,
    splitId: split?.id ?? null,
  };
}
