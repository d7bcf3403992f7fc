import { organisationOf } from "@/modules/parties/organisations/organisation-of";
import type { Deal } from "../domain/state/deal";
import { mustBeAccepted } from "../domain/terms/agreement";

/** Throws DEAL_NOT_ACCEPTED while the licensee's yes is missing. Notice and seal both require it. */
export async function requireAccepted(deal: Deal): Promise<void> {
  const lab = deal.licenseeId === null ? null : await organisationOf(deal.licenseeId);
  mustBeAccepted(deal, lab?.state ?? null);
}
