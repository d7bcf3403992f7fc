import type { DomainError } from "./errors";
import { LIMITS } from "./limits";

/** What an act may touch. `read` and `write` are asked for separately, so a read-only key is a list of reads. */
export const SCOPES = [
  "parties:read",
  "parties:write",
  "works:read",
  "works:write",
  "consent:read",
  "consent:write",
  "deals:read",
  "deals:write",
  "manifests:read",
  "manifests:write",
  "clearance:read",
  "clearance:write",
  "allocation:read",
  "allocation:write",
  "ledger:read",
  "jobs:read",
  "jobs:write",
  "audit:read",
  "operator:read",
  "operator:write",
] as const;
export type Scope = (typeof SCOPES)[number];

export const ROLES = ["owner", "admin", "analyst", "billing"] as const;
export type Role = (typeof ROLES)[number];

export const ORGANISATION_KINDS = ["platform", "lab", "collective", "operator"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export type ActorMembership = Readonly<{ organisationId: string; kind: OrganisationKind; role: Role }>;

/** Who acts. Every command and query gets one; nothing is read or written without. */
export type Actor =
  | Readonly<{ kind: "anonymous" }>
  | Readonly<{
      kind: "user";
      personId: string;
      memberships: readonly ActorMembership[];
      signedInAt: Date;
      sessionId: string;
    }>
  | Readonly<{
      kind: "apiKey";
      keyId: string;
      scopes: readonly Scope[];
      personId: string | null;
      membership: ActorMembership | null;
    }>
  | Readonly<{ kind: "system"; job: string }>;

export const ANONYMOUS: Actor = { kind: "anonymous" };

/** What each role may do for its organisation. Owners and admins: everything; nobody but operators: `operator:*`. */
export const ROLE_SCOPES: Readonly<Record<Role, readonly Scope[]>> = {
  owner: SCOPES,
  admin: SCOPES,
  analyst: SCOPES.filter(
    (scope) => scope.endsWith(":read") || /^(manifests|clearance|allocation|jobs):write$/.test(scope),
  ),
  billing: SCOPES.filter((scope) => scope.endsWith(":read")),
};

/** True while a sign-in is recent enough for acts that need one (step-up): `LIMITS.stepUpMinutes`, the last instant included. */
export function isRecentSignIn(signedInAt: Date, now: Date): boolean {
  return now.getTime() - signedInAt.getTime() <= LIMITS.stepUpMinutes * 60_000;
}

/** The person behind an act, or null (an organisation's key, a job, nobody). */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === "user" || actor.kind === "apiKey" ? actor.personId : null;
}

/** The person behind an act. Where there is none, the capability's own refusal is thrown. */
export function personIdOr(actor: Actor, refusal: () => DomainError): string {
  const personId = personIdOf(actor);
  if (personId === null) throw refusal();
  return personId;
}

/** A short stable name of the actor for audit rows and idempotency: `user:per_…`, `apiKey:key_…`, `system:clearance`. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "anonymous":
      return "anonymous";
    case "user":
      return `user:${actor.personId}`;
    case "apiKey":
      return `apiKey:${actor.keyId}`;
    case "system":
      return `system:${actor.job}`;
  }
}

/** All organisations for which this actor holds `scope`. */
export function organisationsWith(actor: Actor, scope: Scope): readonly ActorMembership[] {
  return membershipsHeld(actor).filter((m) => mayIn(actor, m, scope));
}

/** The organisations this actor belongs to, whatever it may do there: a person's own, or the one of its key. */
export function membershipsHeld(actor: Actor): readonly ActorMembership[] {
  if (actor.kind === "user") return actor.memberships;
  return actor.kind === "apiKey" && actor.membership ? [actor.membership] : [];
}

/** True when the actor may do `scope` for this very organisation. A system job may do anything. */
export function mayFor(actor: Actor, organisationId: string, scope: Scope): boolean {
  return (
    actor.kind === "system" ||
    organisationsWith(actor, scope).some((m) => m.organisationId === organisationId)
  );
}

/** True for members (or keys) of the operator organisation who hold `operator:read` or `operator:write`. */
export function isOperator(actor: Actor, scope: "operator:read" | "operator:write"): boolean {
  return actor.kind === "system" || organisationsWith(actor, scope).some((m) => m.kind === "operator");
}

/** True when the actor's credential carries the scope at all: the first gate, before ownership is looked at. */
export function carriesScope(actor: Actor, scope: Scope): boolean {
  if (actor.kind === "anonymous") return false;
  return actor.kind !== "apiKey" || actor.scopes.includes(scope);
}

function mayIn(actor: Actor, membership: ActorMembership, scope: Scope): boolean {
  if (scope.startsWith("operator:") && membership.kind !== "operator") return false;
  return carriesScope(actor, scope) && ROLE_SCOPES[membership.role].includes(scope);
}
