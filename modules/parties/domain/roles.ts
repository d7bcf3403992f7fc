import type { Actor, Role } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";

/** The rank with which an actor changes people of an organisation; null when it has none there. */
export function rankIn(actor: Actor, organisationId: string): Role | null {
  if (actor.kind === "system") return "owner";
  if (actor.kind === "user")
    return actor.memberships.find((m) => m.organisationId === organisationId)?.role ?? null;
  // A key manages people like an admin: only a person makes or unmakes an owner.
  if (actor.kind === "apiKey" && actor.membership?.organisationId === organisationId) return "admin";
  return null;
}

/** Only owners make owners, change owners or remove them. Throws SCOPE_MISSING. */
export function checkMayAssign(rank: Role | null, from: Role | null, to: Role | null): void {
  if ((from === "owner" || to === "owner") && rank !== "owner") {
    throw new DomainError("SCOPE_MISSING", "Only an owner can add, change or remove an owner.", {
      detail: { because: "owners_only" },
    });
  }
}

/**
 * An organisation without an owner could never be managed again.
 * `owners` is how many there are before the change. Throws LAST_OWNER.
 */
export function checkOwnerRemains(owners: number, from: Role, to: Role | null): void {
  if (from === "owner" && to !== "owner" && owners <= 1) {
    throw new DomainError(
      "LAST_OWNER",
      "This is the last owner. Make another person an owner first, then change or remove this one.",
    );
  }
}
