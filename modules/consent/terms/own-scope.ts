import type { Tx } from "@/infra/db/db";
import { type Actor, personIdOr } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";
import { canonicalPrefix, type TermsScope } from "../domain/scope";
import { handlesHeld, type OwnHandle, worksHeld } from "../repository/scopes";

/** The person whose terms an act is about: an organisation's key or a job has none. */
export function personWithTerms(actor: Actor): string {
  return personIdOr(actor, () =>
    notFound("terms: only people have consent terms, use a person's sign-in or key"),
  );
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
): Promise<TermsScope> {
  switch (scope.kind) {
    case "person":
      return scope;
    case "handle":
      await heldHandle(personId, scope.handleId, at, tx);
      return scope;
    case "work": {
      const works = await worksHeld(personId, at, tx);
      if (!works.some((work) => work.workId === scope.workId)) throw notFound("work");
      return scope;
    }
    case "url_prefix": {
      const { platformId } = await heldHandle(personId, scope.handleId, at, tx);
      const parsed = canonicalPrefix(scope.prefix);
      if ("fault" in parsed) throw prefixFault(parsed.fault, { problem: parsed.code });
      const platform = await organisationOf(platformId);
      const { hostname } = new URL(parsed.prefix);
      const host = platform?.host ?? hostname;
      if (hostname !== host && !hostname.endsWith(`.${host}`))
        throw prefixFault(
          `Rows of ${platform?.name ?? platformId} are on ${host}. Enter an address on that host.`,
          { problem: "wrong_host", host },
        );
      return { ...scope, prefix: parsed.prefix };
    }
  }
}

async function heldHandle(
  personId: string,
  handleId: string,
  at: Date,
  tx?: Pick<Tx, "prisma">,
): Promise<OwnHandle> {
  const handle = (await handlesHeld(personId, at, tx)).find((held) => held.handleId === handleId);
  if (handle === undefined) throw notFound("handle");
  return handle;
}

const prefixFault = (message: string, detail: Record<string, string>): DomainError =>
  new DomainError("INVALID_INPUT", message, { faults: [{ path: "scope.prefix", message }], detail });
