import { organisationOf } from "@/modules/parties/organisation-of";
import { mustBeAccepted } from "./domain/agreement";
import type { Deal } from "./domain/deal";

/** Throws DEAL_NOT_ACCEPTED while the licensee's yes is missing. Notice and seal both require it. */
export async function requireAccepted(deal: Deal): Promise<void> {
  const lab = deal.licenseeId === null ? null : await organisationOf(deal.licenseeId);
  mustBeAccepted(deal, lab?.state ?? null);
}
