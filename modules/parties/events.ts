import { z } from "zod";
import { events } from "@/infra/events/events";

const OfPerson = z.object({ personId: z.string() });
const OfOrganisation = z.object({ organisationId: z.string() });
const OfMember = z.object({ organisationId: z.string(), personId: z.string() });

/** The events of people, organisations and members. */
export const PartyEvents = events("parties", {
  person_registered: OfPerson,
  person_deleted: OfPerson,
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
});
