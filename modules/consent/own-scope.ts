import type { Tx } from "@/infra/db";
import { type Actor, personIdOf } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { canonicalPrefix, type TermsScope } from "./domain/scope";
import { type OwnScopes, ownScopes } from "./scope-labels";

/** Terms belong to people: an organisation's key or a job has none. */
export function personOf(actor: Actor): string {
  const personId = personIdOf(actor);
  if (personId === null)
    throw notFound("terms: only people have consent terms, use a person's sign-in or key");
  return personId;
}

/**
 * The scope in its canonical form, if it is this person's at `at`. Throws NOT_FOUND for another's handle or work, and
 * INVALID_INPUT for a prefix that can never match.
 */
export async function ownScope(
  personId: string,
  scope: TermsScope,
  at: Date,
  tx?: Pick<Tx, "prisma">,
): Promise<{ scope: TermsScope; own: OwnScopes }> {
  const own = await ownScopes(personId, at, tx);
  switch (scope.kind) {
    case "person":
      return { scope, own };
    case "handle":
      heldHandle(own, scope.handleId);
      return { scope, own };
    case "work":
      if (!own.works.some((work) => work.workId === scope.workId)) throw notFound("work");
      return { scope, own };
    case "url_prefix": {
      const { host, platformName } = heldHandle(own, scope.handleId);
      const parsed = canonicalPrefix(scope.prefix);
      if ("fault" in parsed) throw prefixFault(parsed.fault);
      const { hostname } = new URL(parsed.prefix);
      if (host !== null && hostname !== host && !hostname.endsWith(`.${host}`))
        throw prefixFault(
          `Rows of ${platformName} are on ${host}; this address is not, so it would cover nothing.`,
        );
      return { scope: { ...scope, prefix: parsed.prefix }, own };
    }
  }
}

function heldHandle(own: OwnScopes, handleId: string): OwnScopes["handles"][number] {
  const handle = own.handles.find((held) => held.handleId === handleId);
  if (handle === undefined) throw notFound("handle");
  return handle;
}

const prefixFault = (message: string): DomainError =>
  new DomainError("INVALID_INPUT", message, { faults: [{ path: "scope.prefix", message }] });
