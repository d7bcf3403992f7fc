import { db, type Tx } from "@/infra/db/db";
import { type Actor, actorName } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import {
  deletedAtOf,
  emptyPerson,
  forgetAddress,
  leaveOrganisations,
  lockLivingPerson,
} from "../repository/departures";
import { countOwners, type MembershipWithName, membershipsOf } from "../repository/members";
import { lockOrganisation } from "../repository/organisations";

/** Who leaves, as they are before it. */
type Leaving = Readonly<{ id: string; name: string | null; email: string | null }>;
type Named = Readonly<{ id: string; name: string }>;

/** The organisations somebody belongs to, and those of which they are the only owner. */
export async function ownOrganisations(
  personId: string,
): Promise<Readonly<{ memberships: Named[]; soleOwnerOf: Named[] }>> {
  const memberships = await membershipsOf(personId);
  const sole = await soleOwnerships(db, memberships);
  return { memberships: memberships.map(named), soleOwnerOf: sole.map(named) };
}

const named = ({ organisationId: id, name }: MembershipWithName): Named => ({ id, name });

/** Of these memberships, those without which an organisation would have no owner. */
async function soleOwnerships(
  tx: Pick<Tx, "prisma">,
  memberships: readonly MembershipWithName[],
): Promise<readonly MembershipWithName[]> {
  const sole: MembershipWithName[] = [];
  for (const membership of memberships)
    if (membership.role === "owner" && (await countOwners(tx, membership.organisationId)) <= 1)
      sole.push(membership);
  return sole;
}

/**
 * Locks the leaving person, and their organisations in the order of their ids. Throws NOT_SIGNED_IN when the person has left
 * already, and LAST_OWNER with the organisations that would be left without an owner.
 */
export async function beginDeparture(tx: Tx, personId: string): Promise<Leaving> {
  const person = await lockLivingPerson(tx, personId);
  if (person === null) throw new DomainError("NOT_SIGNED_IN", "This account was deleted.");
  const memberships = await membershipsOf(personId);
  const byId = [...memberships].sort((a, b) => (a.organisationId < b.organisationId ? -1 : 1));
  for (const { organisationId } of byId) await lockOrganisation(tx, organisationId);
  const sole = await soleOwnerships(tx, memberships);
  if (sole.length > 0)
    throw new DomainError(
      "LAST_OWNER",
      `You are the only owner of ${sole.map(({ name }) => name).join(", ")}. Make another person an owner first.`,
      { detail: { organisations: sole.map(named) } },
    );
  return person;
}

/**
 * Erases from this capability's tables everything that identifies a person; the id alone stays. `keyIds` are the keys
 * they had: answers kept for the requests of those keys go too.
 */
export async function erasePerson(
  tx: Tx,
  leaving: Readonly<{
    personId: string;
    email: string | null;
    keyIds: readonly string[];
    actor: Actor;
    command: string;
    now: Date;
  }>,
): Promise<void> {
  const { personId, email, keyIds, actor, command, now } = leaving;
  await leaveOrganisations(tx, personId);
  const actors = [actorName(actor), `user:${personId}`, ...keyIds.map((id) => `apiKey:${id}`)];
  await forgetAddress(tx, { email, actors, keepCommand: command });
  await emptyPerson(tx, personId, now);
}

/** Whether this person has deleted their account: nothing is kept for them any more. */
export async function hasLeft(personId: string, tx: Pick<Tx, "prisma"> = db): Promise<boolean> {
  return (await deletedAtOf(personId, tx)) !== null;
}
