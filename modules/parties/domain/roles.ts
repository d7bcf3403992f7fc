import type { Role } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";

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
