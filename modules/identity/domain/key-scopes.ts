import { type Actor, organisationsWith, SCOPES, type Scope } from "@/kernel/actor";

/** What a person's own key can be for: their works, terms, deals that touch them, their money; never an organisation's work. */
export const PERSON_SCOPES: readonly Scope[] = [
  "parties:read",
  "parties:write",
  "works:read",
  "works:write",
  "consent:read",
  "consent:write",
  "deals:read",
  "allocation:read",
  "ledger:read",
  "jobs:read",
  "audit:read",
];

/** Who a key is for: an organisation, or (null) the person who makes it. */
export type KeyHolder = Readonly<{ organisationId: string | null }>;

/**
 * The scopes an actor can give to a new key of this holder: never more than it has itself, and `operator:*` only for the
 * operator organisation. Empty when it has no say there.
 */
export function grantableScopes(actor: Actor, holder: KeyHolder): readonly Scope[] {
  const { organisationId } = holder;
  if (actor.kind === "system") return organisationId === null ? PERSON_SCOPES : SCOPES;
  if (organisationId !== null) {
    return SCOPES.filter((scope) =>
      organisationsWith(actor, scope).some((m) => m.organisationId === organisationId),
    );
  }
  if (actor.kind === "user") return PERSON_SCOPES;
  return actor.kind === "apiKey" && actor.personId !== null
    ? PERSON_SCOPES.filter((scope) => actor.scopes.includes(scope))
    : [];
}

export const KEY_PRESETS = ["read_only", "all"] as const;
export type KeyPreset = (typeof KEY_PRESETS)[number];

/** Turns a preset into scopes, out of those that can be given. */
export function presetScopes(preset: KeyPreset, grantable: readonly Scope[]): readonly Scope[] {
  switch (preset) {
    case "read_only":
      return grantable.filter((scope) => scope.endsWith(":read"));
    case "all":
      return grantable;
  }
}
