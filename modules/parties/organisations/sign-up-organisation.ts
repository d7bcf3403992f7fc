import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { requireSignedIn } from "@/kernel/access";
import { isOperator } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { LIMITS } from "@/kernel/limits";
import { slugOf } from "../domain/names";
import { PartyEvents } from "../events";
import { countOwned, insertMember } from "../repository/members";
import { insertOrganisation, type OrganisationRow, slugsLike } from "../repository/organisations";
import { Organisation, SignUpOrganisation } from "../schema";
import { organisationWire } from "../wire";

/** A person starts an organisation and is its first owner. It is unverified until the operator has looked at it. */
export const signUpOrganisation = command({
  name: "parties.sign_up_organisation",
  scope: "parties:write",
  // An operator organisation sees everything; every other one begins unverified.
  stepUp: ({ kind }) => kind === "operator",
  input: SignUpOrganisation,
  output: Organisation,
  async run({ tx, actor, now }, input) {
    const personId = requireSignedIn(actor);
    if (input.kind === "operator" && !isOperator(actor, "operator:write"))
      throw new DomainError("SCOPE_MISSING", "Only an operator can set up an operator organisation.");
    if ((await countOwned(tx, personId)) >= LIMITS.organisationsOwnedMax)
      throw new DomainError(
        "CONFLICT",
        `One person can own at most ${LIMITS.organisationsOwnedMax} organisations. Hand one over first.`,
        { detail: { because: "organisations_owned", max: LIMITS.organisationsOwnedMax } },
      );
    const organisation: OrganisationRow = {
      id: newId("organisation", now),
      kind: input.kind,
      name: input.name,
      slug: await freeSlug(tx, input.name),
      host: input.kind === "platform" ? (input.host ?? null) : null,
      handleCase: input.handleCase ?? "insensitive",
      attestationKey: null,
      // Operators answer for one another; everybody else is looked at first.
      state: input.kind === "operator" ? "verified" : "unverified",
      verifiedAt: input.kind === "operator" ? now : null,
      createdAt: now,
    };
    await insertOrganisation(tx, organisation);
    await insertMember(tx, {
      id: newId("membership", now),
      organisationId: organisation.id,
      personId,
      role: "owner",
      createdAt: now,
    });
    return {
      value: { ...organisationWire(organisation, actor), myRole: "owner" as const },
      events: [PartyEvents.organisation_signed_up({ organisationId: organisation.id, personId })],
      audit: {
        subject: organisation.id,
        organisationId: organisation.id,
        personId,
        detail: { kind: input.kind, name: input.name },
      },
    };
  },
});

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const slug = slugOf(name);
  const taken = await slugsLike(tx, slug);
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
