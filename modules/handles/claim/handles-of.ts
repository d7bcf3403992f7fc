import type { Tx } from "@/infra/db/db";
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

/** Plain facts about handles for other capabilities. They ask for no rights: who calls has done that. */
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
