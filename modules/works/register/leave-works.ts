import type { Tx } from "@/infra/db/db";
import type { DomainEvent } from "@/infra/events/events";
import { letGoOfAll } from "@/modules/handles/claim/release-handle";
import { WorkEvents } from "../events";
import {
  allWorksOf,
  declineInvitations,
  forgetDeclined,
  leaveSeats,
  setRetired,
  worksOfOneAuthor,
} from "../repository/works";

type Leaving = Readonly<{ personId: string; email: string | null; now: Date }>;

/**
 * Takes a person out of everything here from now on: releases their handles, retires works of theirs alone, holds their part
 * of shared works, and declines invitations to their address. The past stays, without name and address. Throws
 * HANDLE_DISPUTED.
 */
export async function leaveWorks(tx: Tx, leaving: Leaving): Promise<readonly DomainEvent[]> {
  const { personId, now } = leaving;
  const events: DomainEvent[] = [...(await letGoOfAll(tx, personId, now))];
  for (const workId of await worksOfOneAuthor(tx, personId)) {
    await setRetired(tx, workId, now);
    events.push(WorkEvents.work_retired({ workId, personId }));
  }
  await leaveSeats(tx, personId, now);
  for (const { id: authorId, workId } of await declineInvitations(tx, leaving))
    events.push(WorkEvents.split_declined({ workId, authorId, personId }));
  await forgetDeclined(tx, leaving);
  return events;
}

/** What a person's leaving does to their works: those that are theirs alone are retired, those they share stay. */
export async function worksAtStake(personId: string): Promise<Readonly<{ own: number; shared: number }>> {
  const living = (await allWorksOf(personId)).filter(({ retiredAt }) => retiredAt === null);
  const shared = living.filter(
    ({ authors }) =>
      authors.some((author) => author.personId === personId && author.state === "accepted") &&
      authors.some((author) => author.personId !== personId),
  );
  const own = living.filter(
    ({ registeredBy, authors }) =>
      registeredBy === personId && authors.every((author) => author.personId === personId),
  );
  return { own: own.length, shared: shared.length };
}

/** The seats of works that a person registered. Their invitations name the registrant, so the caller takes the name out. */
export async function seatsGivenBy(personId: string): Promise<readonly string[]> {
  return (await allWorksOf(personId)).flatMap(({ registeredBy, authors }) =>
    registeredBy === personId ? authors.map(({ id }) => id) : [],
  );
}
