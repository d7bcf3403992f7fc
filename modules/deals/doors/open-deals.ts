import { LIMITS } from "@/kernel/limits";
import type { Deal } from "../domain/state/deal";
import { listNoticedRows } from "../repository/deal";

/** The deals of a platform that contributors can answer at `now`, the newest first, a page of them. Facts only; asks for no rights. */
export async function openDealsOf(platformId: string, now: Date): Promise<readonly Deal[]> {
  const filter = { platformIds: [platformId], stage: "open" as const, text: null, now };
  return listNoticedRows(filter, { after: null, take: LIMITS.pageRowsMax });
}
