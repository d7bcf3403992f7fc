import { type Actor, carriesScope, isOperator, mayFor, personIdOr, type Role, type Scope } from "./actor";
import { DomainError, notFound } from "./errors";

/** The rank with which an actor changes people of an organisation; null when it has none there. */
export function rankIn(actor: Actor, organisationId: string): Role | null {
  if (actor.kind === "system") return "owner";
  if (actor.kind === "user")
    return actor.memberships.find((m) => m.organisationId === organisationId)?.role ?? null;
  // A key manages people like an admin: only a person makes or unmakes an owner.
  if (actor.kind === "apiKey" && actor.membership?.organisationId === organisationId) return "admin";
  return null;
}

/** Refuses unless the actor may do this for that organisation: a stranger learns nothing, a member learns what is lacking. */
export function requireIn(actor: Actor, organisationId: string, scope: Scope): void {
  if (mayFor(actor, organisationId, scope)) return;
  if (rankIn(actor, organisationId) === null || !carriesScope(actor, scope)) throw notFound("organisation");
  throw new DomainError("SCOPE_MISSING", "Your role in this organisation does not allow this.", {
    detail: { scope },
  });
}

/** Reads of an organisation: its own people, and operators. */
export function requireReadIn(actor: Actor, organisationId: string, scope: Scope): void {
  if (!isOperator(actor, "operator:read")) requireIn(actor, organisationId, scope);
}

/** Operators' own addresses are, for everybody else, not there. */
export function requireOperator(actor: Actor, scope: "operator:read" | "operator:write"): void {
  if (!isOperator(actor, scope)) throw notFound("page");
}

/** The person who acts; keys of organisations and jobs are nobody in particular. */
export function requirePerson(actor: Actor): string {
  return personIdOr(actor, () =>
    actor.kind === "apiKey"
      ? new DomainError("SCOPE_MISSING", "This belongs to a person; an organisation's key cannot act here.")
      : new DomainError("NOT_SIGNED_IN", "Sign in, or use an API key of your own: this belongs to a person."),
  );
}

/** The signed-in person; keys, even their own, are refused: this reaches beyond what any key can be allowed. */
export function requireSignedIn(actor: Actor): string {
  if (actor.kind === "user") return actor.personId;
  if (actor.kind === "apiKey")
    throw new DomainError("SCOPE_MISSING", "Only a signed-in person can do this. An API key cannot.");
  throw new DomainError("NOT_SIGNED_IN", "Sign in. Only a person can do this.");
}

/**
 * Refuses every API key: what gives power away is decided by a person who signed in a short while ago, because it would
 * outlive a key that leaked and was revoked. `what` it cannot do, and `where` a person does it. Throws STEP_UP_REQUIRED.
 */
export function refuseKeys(actor: Actor, what: string, where: string): void {
  if (actor.kind === "apiKey")
    throw new DomainError("STEP_UP_REQUIRED", `An API key cannot ${what}. Sign in, and ${where}.`);
}

/** Whose keys are meant: the organisation that was named; else that of the key which asks; else (null) the person's own. */
export function keyHolderOf(actor: Actor, organisationId: string | null | undefined): string | null {
  return organisationId ?? (actor.kind === "apiKey" ? (actor.membership?.organisationId ?? null) : null);
}
