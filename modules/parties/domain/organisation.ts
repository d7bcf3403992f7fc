import type { OrganisationKind } from "@/kernel/actor";

export const HANDLE_CASES = ["insensitive", "sensitive", "opaque"] as const;
export type HandleCase = (typeof HANDLE_CASES)[number];

export const ORGANISATION_STATES = ["unverified", "verified", "suspended"] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];

export type OrganisationFacts = Readonly<{
  id: string;
  kind: OrganisationKind;
  name: string;
  /** The host a platform's content is on, e.g. `forum.example`; null when it has not said. */
  host: string | null;
  /** How handle names are compared at this platform. */
  handleCase: HandleCase;
  state: OrganisationState;
  /** The public key (JWK) a platform signs handle attestations with. */
  attestationKey: Readonly<Record<string, unknown>> | null;
}>;
