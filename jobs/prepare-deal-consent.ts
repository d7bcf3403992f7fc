import { rm } from "node:fs/promises";
import { now } from "@/infra/clock";
import { workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { prepareConsent } from "@/modules/consent/snapshot/freeze-consent";
import { dealFor } from "@/modules/deals/doors/deal-for";

/** Follows deals.noticed: the consent of a large platform is laid ready, so that the run after the notice is short. */
export async function prepareDealConsent(
  call: CallContext,
  { dealId }: Readonly<{ dealId: string }>,
): Promise<void> {
  const { platformId } = await dealFor(call.actor, dealId, "deals:read");
  const dir = await workFile(".consent");
  try {
    await prepareConsent({ platformId, asOf: now(), dir });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
