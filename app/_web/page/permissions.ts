import { ROLE_SCOPES, type Scope } from "@/kernel/actor";
import type { Viewer } from "./viewer";

/**
 * Whether a page of a platform offers an act to this person: nobody is led to a form that would be refused. The verb
 * decides again.
 */
export function mayAt(who: Viewer | null, organisationId: string, scope: Scope): boolean {
  const member = who?.memberships.find((one) => one.organisationId === organisationId);
  if (member?.kind !== "platform") return false;
  if (member.state === "suspended" && scope.endsWith(":write")) return false;
  return ROLE_SCOPES[member.role].includes(scope);
}
