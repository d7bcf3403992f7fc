import { z } from "zod";
import { digestOf } from "@/infra/crypto/secret-digest";
import { query } from "@/infra/verb/query";
import { requireOperator, requireReadIn } from "@/kernel/access";
import { isOperator, organisationsWith, personIdOf } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { mixedScripts } from "@/kernel/look-alike";
import { readPage } from "@/kernel/page";
import { daysAfter } from "@/kernel/time";
import { imitatedIn } from "../domain/imitation";
import { findInvitationByHash, invitationsOf } from "../repository/invitations";
import { membersOf } from "../repository/members";
import {
  findOrganisation,
  findOrganisations,
  searchOrganisationRows,
  verifiedNames,
} from "../repository/organisations";
import { findPerson, namesOf } from "../repository/people";
import {
  InvitationList,
  InvitationToken,
  InvitationView,
  MemberList,
  OrganisationDetail,
  OrganisationOrder,
  OrganisationPage,
  OrganisationRef,
  SearchOrganisations,
} from "../schema";
import { invitationState, invitationWire, organisationWire } from "../wire";

/** One organisation, for its members and keys, and operators. */
export const getOrganisation = query({
  name: "parties.get_organisation",
  scope: "parties:read",
  shows: "organisation",
  input: OrganisationRef,
  output: OrganisationDetail,
  async run({ actor }, { organisationId }) {
    requireReadIn(actor, organisationId, "parties:read");
    const organisation = await findOrganisation(organisationId);
    if (organisation === null) throw notFound("organisation");
    const nameWarning = isOperator(actor, "operator:read") ? await warningOf(organisation) : null;
    return { ...organisationWire(organisation, actor), nameWarning };
  },
});

/** What an operator should see of a name before others rely on it. */
async function warningOf({ id, name }: Readonly<{ id: string; name: string }>) {
  const looksLike = imitatedIn(
    (await verifiedNames()).filter((other) => other.id !== id),
    name,
  );
  const mixed = [...mixedScripts(name)];
  return looksLike === null && mixed.length === 0 ? null : { looksLike, mixedScripts: mixed };
}

/** The organisations one belongs to (or one's key is of), newest first. They are few: all are read for a page. */
export const myOrganisations = query({
  name: "parties.my_organisations",
  scope: "parties:read",
  input: z.strictObject(OrganisationOrder.ask),
  output: OrganisationPage,
  async run({ actor }, { cursor, limit }) {
    const ids = organisationsWith(actor, "parties:read").map((m) => m.organisationId);
    const [before] = cursor ?? [];
    const left = ids.filter((id) => before === undefined || id < before).sort();
    const page = await readPage(
      limit,
      async () => left.reverse(),
      (id) => OrganisationOrder.write(id),
    );
    const found = new Map((await findOrganisations(page.items)).map((one) => [one.id, one]));
    const items = page.items.flatMap((id) => found.get(id) ?? []);
    return { items: items.map((one) => organisationWire(one, actor)), nextCursor: page.nextCursor };
  },
});

/** Every organisation, for operators. */
export const searchOrganisations = query({
  name: "parties.search_organisations",
  scope: "operator:read",
  input: SearchOrganisations,
  output: OrganisationPage,
  async run({ actor }, { q, kind, state, cursor, limit }) {
    requireOperator(actor, "operator:read");
    const page = await readPage(
      limit,
      (take) => searchOrganisationRows({ q, kind, state, before: cursor?.[0], take }),
      ({ id }) => OrganisationOrder.write(id),
    );
    return { ...page, items: page.items.map((one) => organisationWire(one, actor)) };
  },
});

export const listMembers = query({
  name: "parties.list_members",
  scope: "parties:read",
  shows: "member",
  input: OrganisationRef,
  output: MemberList,
  async run({ actor }, { organisationId }) {
    requireReadIn(actor, organisationId, "parties:read");
    const members = await membersOf(organisationId);
    return {
      items: members.map(({ createdAt, ...member }) => ({
        ...member,
        joinedAt: createdAt.toISOString(),
        version: member.role,
      })),
    };
  },
});

/** Open invitations and what became of those of the last 60 days. */
export const listInvitations = query({
  name: "parties.list_invitations",
  scope: "parties:read",
  input: OrganisationRef,
  output: InvitationList,
  async run({ actor, now }, { organisationId }) {
    requireReadIn(actor, organisationId, "parties:read");
    const invitations = await invitationsOf(organisationId, daysAfter(now, -60));
    const names = await namesOf(invitations.map((one) => one.invitedBy.replace(/^user:/, "")));
    return {
      items: invitations.map((one) =>
        invitationWire(one, now, names.get(one.invitedBy.replace(/^user:/, "")) ?? one.invitedBy),
      ),
    };
  },
});

/** The page of an invitation's link. Anybody with the link may read it; only the invited person can accept it. */
export const viewInvitation = query({
  name: "parties.view_invitation",
  scope: null,
  input: InvitationToken,
  output: InvitationView,
  async run({ actor, now }, { token }) {
    const invitation = await findInvitationByHash(digestOf(token));
    if (invitation === null || invitationState(invitation, now) !== "pending") throw notFound("invitation");
    const organisation = await findOrganisation(invitation.organisationId);
    if (organisation === null) throw notFound("invitation");
    const personId = personIdOf(actor);
    return {
      organisationId: organisation.id,
      organisationName: organisation.name,
      organisationKind: organisation.kind,
      role: invitation.role,
      email: invitation.email,
      expiresAt: invitation.expiresAt.toISOString(),
      signedInAs: personId === null ? null : ((await findPerson(personId))?.email ?? null),
    };
  },
});
