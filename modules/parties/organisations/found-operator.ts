import { z } from "zod";
import { command } from "@/infra/verb/command";
import { DomainError, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { slugOf } from "../domain/names";
import { PartyEvents } from "../events";
import { insertMember } from "../repository/members";
import { insertOrganisation, type OrganisationRow, slugsLike } from "../repository/organisations";
import { Organisation, SignUpOrganisation } from "../schema";
import { organisationWire } from "../wire";

/**
 * The first operator of an instance, created by the administrator (`npm run operator`). From then on operators create
 * operators. Jobs only, and only while there is none of that name.
 */
export const foundOperator = command({
  name: "parties.found_operator",
  scope: null,
  input: SignUpOrganisation.pick({ name: true }).extend({ personId: z.string() }),
  output: Organisation,
  async run({ tx, actor, now }, { name, personId }) {
    if (actor.kind !== "system") throw notFound("page");
    const slug = slugOf(name);
    if ((await slugsLike(tx, slug)).has(slug))
      throw new DomainError("CONFLICT", "There is already an organisation with this name.");
    const organisation: OrganisationRow = {
      id: newId("organisation", now),
      kind: "operator",
      name,
      slug,
      host: null,
      handleCase: "insensitive",
      attestationKey: null,
      state: "verified",
      verifiedAt: now,
      createdAt: now,
    };
    await insertOrganisation(tx, organisation);
    const membership = {
      id: newId("membership", now),
      organisationId: organisation.id,
      personId,
      role: "owner" as const,
      createdAt: now,
    };
    await insertMember(tx, membership);
    return {
      value: { ...organisationWire(organisation, actor), myRole: "owner" as const },
      events: [PartyEvents.organisation_signed_up({ organisationId: organisation.id, personId })],
      audit: {
        subject: organisation.id,
        organisationId: organisation.id,
        personId,
        detail: { kind: "operator", name },
      },
    };
  },
});
