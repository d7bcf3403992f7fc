import type { Tx } from "@/infra/db/db";
import type { IdentifierScheme } from "./domain/identifier";
import { allWorksOf, authorsOf, findAuthor, findWork, titlesOf } from "./repository/works";

/** Plain facts about works for other capabilities. They ask for no rights: who calls has done that. */
export type WorkFacts = Readonly<{
  workId: string;
  title: string;
  registeredBy: string;
  retiredAt: Date | null;
  identifiers: readonly Readonly<{ scheme: IdentifierScheme; value: string }>[];
  /** This person's accepted share, in basis points; 0 when they only registered it or have not accepted. */
  shareBps: number;
}>;

/** The works a person registered or is an author of. */
export async function worksOf(personId: string): Promise<readonly WorkFacts[]> {
  return (await allWorksOf(personId)).map((work) => workFactsFor(work, personId));
}

/** A work, if this person has accepted a share in it and it is not retired: then they may set terms for it. */
export async function workForTerms(personId: string, workId: string, tx?: Tx): Promise<WorkFacts | null> {
  const work = await findWork(workId, tx);
  if (work === null || work.retiredAt !== null) return null;
  const mine = workFactsFor(work, personId);
  return mine.shareBps > 0 ? mine : null;
}

/** What works are called; unknown ids are absent. */
export async function titlesOfWorks(workIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (workIds.length === 0) return new Map();
  return new Map((await titlesOf(workIds)).map(({ id, title }) => [id, title]));
}

/** An author's seat of a work: its share never changes, and the person who accepted it keeps it. */
export type AuthorSeat = Readonly<{
  authorId: string;
  workId: string;
  /** The name that the registrant of the work wrote; empty once it was forgotten. */
  name: string;
  shareBps: number;
  /** The person who accepted; null for a proposed or a declined seat. */
  acceptedBy: string | null;
  /** It was declined, for good. */
  declined: boolean;
  /** They have left since: what comes for the seat is held. */
  left: boolean;
}>;

/** The current state of all seats of these works. */
export async function authorSeats(workIds: readonly string[], tx?: Tx): Promise<readonly AuthorSeat[]> {
  return (await authorsOf(workIds, tx)).map(({ id, workId, name, shareBps, state, personId, leftAt }) => ({
    authorId: id,
    workId,
    name,
    shareBps,
    acceptedBy: state === "accepted" ? personId : null,
    declined: state === "declined",
    left: leftAt !== null,
  }));
}

/** All seats of the work that this one belongs to, itself among them; empty for an unknown seat. */
export async function seatsBeside(authorId: string, tx?: Tx): Promise<readonly AuthorSeat[]> {
  const author = await findAuthor(authorId);
  return author === null ? [] : authorSeats([author.workId], tx);
}

function workFactsFor(work: NonNullable<Awaited<ReturnType<typeof findWork>>>, personId: string): WorkFacts {
  const own = work.authors.find((author) => author.personId === personId && author.state === "accepted");
  return {
    workId: work.id,
    title: work.title,
    registeredBy: work.registeredBy,
    retiredAt: work.retiredAt,
    identifiers: work.identifiers.map(({ scheme, value }) => ({ scheme: scheme as IdentifierScheme, value })),
    shareBps: own?.shareBps ?? 0,
  };
}
