import type { CommandContext } from "@/infra/verb/command";
import { type Actor, actorName, isOperator, personIdOf } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { keyActor, namesOf } from "./repository/actor-names";
import { lastDone } from "./repository/audit";
import { namedIn } from "./repository/audit-names";

/** Which actor wrote what is stored, and when; null when nobody did since it was made. */
type LastChange = Readonly<{ by: string; at: Date }> | null;

type Stored = Readonly<{
  version: string;
  /** Whose it is: its people and keys may be named to each other. Null: one person's own. */
  organisationId: string | null;
  last(): Promise<LastChange>;
  /** What is stored, as the query that shows it answers. */
  current(): unknown;
}>;

/**
 * Refuses an edit by somebody who saw another version than the stored one: who changed it, when, and to what. Call it in the
 * edit's transaction, once the actor may edit and what is edited is locked; otherwise two simultaneous edits both pass.
 */
export async function refuseIfChanged(context: CommandContext, stored: Stored): Promise<void> {
  if (context.isExpected(stored.version)) return;
  const last = await stored.last();
  const by = last === null ? null : await changerFor(context, last.by, stored.organisationId);
  const when = last === null ? "" : ` at ${last.at.toISOString()}`;
  throw new DomainError(
    "CHANGED_MEANWHILE",
    `Changed by ${wordsOf(by)}${when}, after you loaded it. Compare with what is stored now, then send your change with its version.`,
    {
      detail: {
        version: stored.version,
        changedBy: by,
        changedAt: last?.at.toISOString() ?? null,
        current: await stored.current(),
      },
    },
  );
}

/** The last command of these that was carried out on this subject: for what keeps no author of its own. */
export function lastCommand(
  { tx }: Pick<CommandContext, "tx">,
  subject: string,
  commands: readonly string[],
): Promise<LastChange> {
  return lastDone(tx, subject, commands);
}

type Changer = Readonly<{
  kind: "you" | "person" | "key" | "operator" | "remit" | "other";
  name: string | null;
}>;

/** Who it was, as far as this actor may know: themselves, people and keys of the same organisation, or only of which kind. */
async function changerFor(
  { tx, actor }: CommandContext,
  by: string,
  organisationId: string | null,
): Promise<Changer> {
  const [kind = "", id = ""] = by.split(":");
  if (by === actorName(actor) || (kind === "user" && id === personIdOf(actor)))
    return { kind: "you", name: null };
  if (kind === "system") return { kind: "remit", name: null };
  if (kind === "apiKey") {
    const key = await keyActor(tx, id);
    const known = key !== null && isOfTheirs(actor, key, organisationId);
    return { kind: "key", name: known ? key.name : null };
  }
  const named = organisationId === null ? { people: [], operators: [] } : await namedIn(organisationId);
  if (named.people.includes(id) || isOperator(actor, "operator:read"))
    return { kind: "person", name: (await namesOf([id])).get(id) ?? null };
  return { kind: named.operators.includes(id) ? "operator" : "other", name: null };
}

const isOfTheirs = (
  actor: Actor,
  key: Readonly<{ personId: string | null; organisationId: string | null }>,
  organisationId: string | null,
): boolean =>
  key.organisationId === null ? key.personId === personIdOf(actor) : key.organisationId === organisationId;

function wordsOf(by: Changer | null): string {
  if (by === null) return "somebody";
  switch (by.kind) {
    case "you":
      return "you, in another window or program";
    case "key":
      return by.name === null ? "an API key" : `the API key “${by.name}”`;
    case "operator":
      return "the operator";
    case "remit":
      return "Remit";
    case "person":
    case "other":
      return by.name ?? "somebody else";
  }
}
