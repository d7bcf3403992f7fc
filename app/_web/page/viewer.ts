import "server-only";
import { cache } from "react";
import { env } from "@/infra/env";
import type { CallContext } from "@/infra/verb/command";
import { isOperator, type OrganisationKind, type Role } from "@/kernel/actor";
import { whoAmI } from "@/modules/parties/queries/me";
import { pageCall } from "./page";

export type ViewerMembership = Readonly<{
  organisationId: string;
  kind: OrganisationKind;
  name: string;
  state: "unverified" | "verified" | "suspended";
  role: Role;
}>;

export type Viewer = Readonly<{
  person: Readonly<{ id: string; name: string | null; email: string | null }>;
  memberships: readonly ViewerMembership[];
  isOperator: boolean;
  /** A member of an operator organisation whose rights there wait for a second step of signing in. */
  needsSecondStep: boolean;
  demo: boolean;
}>;

/** Who looks at this page, with what the navigation needs; null when nobody is signed in. Asked once per request. */
export const viewer: () => Promise<Viewer | null> = cache(async () => viewerOf(await pageCall()));

/** Whether this is the demo world; the same answer for every reader. */
export const isDemo = (): boolean => env().REMIT_DEMO === "1";

/** The address at which people write to the operator; null where none was given. */
export const contactAddress = (): string | null => env().REMIT_CONTACT ?? null;

/** The same for a caller that is known otherwise, such as somebody who signed in a moment ago. */
export async function viewerOf(call: CallContext): Promise<Viewer | null> {
  const { actor } = call;
  if (actor.kind !== "user") return null;
  const { person, memberships } = await whoAmI(call, {});
  if (person === null) return null;
  return {
    person: { id: person.id, name: person.name, email: person.email },
    memberships,
    isOperator: isOperator(actor, "operator:read"),
    needsSecondStep: memberships.some(
      ({ kind, organisationId }) =>
        kind === "operator" && !actor.memberships.some((held) => held.organisationId === organisationId),
    ),
    demo: isDemo(),
  };
}
