import type { z } from "zod";
import { contentVersion } from "@/infra/verb/content-version";
import { rankIn } from "@/kernel/access";
import type { Actor } from "@/kernel/actor";
import type { InvitationRow } from "./repository/invitations";
import type { OrganisationRow } from "./repository/organisations";
import type { PersonRow } from "./repository/people";
import type { Invitation, Organisation, Person, Profile } from "./schema";

export function organisationWire(organisation: OrganisationRow, actor: Actor): z.output<typeof Organisation> {
  return {
    ...organisation,
    attestationKey: organisation.attestationKey,
    createdAt: organisation.createdAt.toISOString(),
    version: organisationVersion(organisation),
    myRole: actor.kind === "user" ? rankIn(actor, organisation.id) : null,
  };
}

/** What its owners and the operator decide about, together: who verifies a host has to have seen that host. */
export const organisationVersion = ({
  name,
  host,
  handleCase,
  attestationKey,
  state,
}: OrganisationRow): string => contentVersion({ name, host, handleCase, attestationKey, state });

export function personWire({ id, name, email, locale }: PersonRow): z.output<typeof Person> {
  return { id, name, email, locale };
}

/** The same for the person themselves, who may edit it. */
export function profileWire(person: PersonRow): z.output<typeof Profile> {
  const { name, locale } = person;
  return { ...personWire(person), version: contentVersion({ name, locale }) };
}

/** `invitedBy` is the inviter's name, or the actor's own name when it has none. */
export function invitationWire(
  invitation: InvitationRow,
  now: Date,
  invitedBy: string,
): z.output<typeof Invitation> {
  const { id, email, role, createdAt, expiresAt } = invitation;
  return {
    id,
    email,
    role,
    state: invitationState(invitation, now),
    invitedBy,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

export function invitationState(invitation: InvitationRow, now: Date): z.output<typeof Invitation>["state"] {
  if (invitation.acceptedAt !== null) return "accepted";
  if (invitation.revokedAt !== null) return "revoked";
  return invitation.expiresAt <= now ? "expired" : "pending";
}
