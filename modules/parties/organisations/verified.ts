import type { Tx } from "@/infra/db/db";
import { DomainError } from "@/kernel/errors";
import { everVerifiedIds } from "../repository/directory";
import { findOrganisation } from "../repository/organisations";

/**
 * Refuses what is public, or reaches people, in the name of an organisation no operator has looked at. Throws
 * ORGANISATION_UNVERIFIED.
 */
export async function requireVerified(tx: Tx, organisationId: string): Promise<void> {
  if ((await findOrganisation(organisationId, tx))?.state === "verified") return;
  throw new DomainError(
    "ORGANISATION_UNVERIFIED",
    "The operator has to verify this organisation first. You can prepare drafts and files in the meantime.",
  );
}

/** The platforms that are verified or were once: what they published stays public. Asks for no rights. */
export async function everVerified(): Promise<ReadonlySet<string>> {
  return new Set(await everVerifiedIds());
}
