import type { Tx } from "@/infra/db";
import type { IdentifierScheme } from "@/modules/works/domain/identifier";
import { allWorksOf, authorsOf, findAuthor, findWork, titlesOf } from "@/modules/works/repository/works";
import type { HandleState } from "../domain/handle";
import { contributorHolder } from "../domain/handle-name";
import {
  allHandlesOf,
  type findHandle,
  heldNames,
  lostBy,
  periodAsOf,
  runningPeriod,
} from "../repository/handles";

/** Plain facts about handles and works for other capabilities. They ask for no rights: who calls has done that. */
export type HandleFacts = Readonly<{
  handleId: string;
  platformId: string;
  /** Normalised; with the platform it is the contributor of manifests. */
  name: string;
  shownName: string;
  personId: string;
  state: HandleState;
  /** Where the books keep the handle's money. */
  holder: string;
}>;

export type WorkFacts = Readonly<{
  workId: string;
  title: string;
  registeredBy: string;
  retiredAt: Date | null;
  identifiers: readonly Readonly<{ scheme: IdentifierScheme; value: string }>[];
  /** This person's accepted share, in basis points; 0 when they only registered it or have not accepted. */
  shareBps: number;
}>;

/** Every claim of a person, whatever its state; `verified` and `disputed` ones carry money. */
export async function handlesOf(personId: string, tx?: Tx): Promise<readonly HandleFacts[]> {
  return (await allHandlesOf(personId, tx)).map(facts);
}

/** The names this person held on a platform at an instant, proved, as manifests and books write them. */
export async function namesHeldOn(
  personId: string,
  platformId: string,
  at: Date,
): Promise<readonly string[]> {
  return heldNames(personId, platformId, at);
}

/**
 * Whose handle it was at an instant, by the proof that stood then; null when nobody had proved it. While `disputed`, it is
 * the one who proved it first: their refusals count, the money is held. `name` is normalised.
 */
export async function personOfHandle(
  platformId: string,
  name: string,
  at: Date,
  tx?: Tx,
): Promise<Readonly<{ personId: string; handleId: string; disputed: boolean }> | null> {
  return periodAsOf(platformId, name, at, tx);
}

/**
 * Whose a handle is at this moment, in the caller's transaction, and who has lost it for good: a decided dispute is not
 * reopened. `name` is normalised.
 */
export async function standingOfHandle(
  tx: Tx,
  platformId: string,
  name: string,
): Promise<
  Readonly<{
    held: Readonly<{ handleId: string; personId: string; disputed: boolean }> | null;
    lost: readonly Readonly<{ handleId: string; personId: string }>[];
  }>
> {
  const held = await runningPeriod(tx, platformId, name);
  const lost = await lostBy(tx, platformId, name);
  return {
    held: held && { handleId: held.handleId, personId: held.personId, disputed: held.disputed },
    lost,
  };
}

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

/** An author's seat of a work: its share never changes, and whoever accepted it keeps it. */
export type AuthorSeat = Readonly<{
  authorId: string;
  workId: string;
  /** As whoever registered the work wrote it; empty once it was forgotten. */
  name: string;
  shareBps: number;
  /** Who accepted; null while it is proposed, and when it was declined. */
  acceptedBy: string | null;
  /** It was declined, for good. */
  declined: boolean;
  /** They have left since: what comes for the seat is held. */
  left: boolean;
}>;

/** All seats of these works as they stand now. */
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

function facts(handle: NonNullable<Awaited<ReturnType<typeof findHandle>>>): HandleFacts {
  const { id: handleId, platformId, name, shownName, personId, state } = handle;
  return {
    handleId,
    platformId,
    name,
    shownName,
    personId,
    state,
    holder: contributorHolder(platformId, name),
  };
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
