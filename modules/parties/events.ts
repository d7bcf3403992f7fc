import { z } from "zod";
import { events } from "@/infra/events";

const OfPerson = z.object({ personId: z.string() });
const OfOrganisation = z.object({ organisationId: z.string() });
const OfMember = z.object({ organisationId: z.string(), personId: z.string() });
const OfKey = z.object({ keyId: z.string() });

/** The events of people, of organisations and of the ways to sign in. */
export const PartyEvents = events("parties", {
  person_registered: OfPerson,
  person_deleted: OfPerson,
  signed_in: OfPerson,
  provider_linked: z.object({ personId: z.string(), provider: z.string() }),
  second_step_set: z.object({ personId: z.string(), change: z.enum(["on", "off", "codes"]) }),
  recovery_code_used: z.object({ personId: z.string(), codes: z.number().int() }),
  organisation_signed_up: OfMember,
  organisation_updated: OfOrganisation,
  organisation_state_set: z.object({
    organisationId: z.string(),
    state: z.string(),
    reason: z.string().optional(),
  }),
  member_invited: z.object({ invitationId: z.string(), organisationId: z.string() }),
  member_joined: OfMember,
  member_role_changed: z.object({ organisationId: z.string(), personId: z.string(), role: z.string() }),
  member_removed: OfMember,
  api_key_created: OfKey,
  api_key_revoked: OfKey,
});
