import type { Operation } from "@/app/_web/api/operations";
import { auditOfEverything, auditOfMine, auditOfOrganisation } from "@/modules/audit/queries";
import { createApiKey } from "@/modules/identity/keys/create-api-key";
import { revokeApiKey } from "@/modules/identity/keys/revoke-api-key";
import { listApiKeys } from "@/modules/identity/queries/api-keys";
import { acceptInvitation } from "@/modules/parties/members/accept-invitation";
import { changeMemberRole } from "@/modules/parties/members/change-member-role";
import { inviteMember } from "@/modules/parties/members/invite-member";
import { removeMember } from "@/modules/parties/members/remove-member";
import { revokeInvitation } from "@/modules/parties/members/revoke-invitation";
import { setOrganisationState } from "@/modules/parties/organisations/set-organisation-state";
import { signUpOrganisation } from "@/modules/parties/organisations/sign-up-organisation";
import { updateOrganisation } from "@/modules/parties/organisations/update-organisation";
import { updateProfile } from "@/modules/parties/people/update-profile";
import { whoAmI } from "@/modules/parties/queries/me";
import {
  getOrganisation,
  listInvitations,
  listMembers,
  myOrganisations,
} from "@/modules/parties/queries/organisations";

const tag = "Parties";

const meOperations: readonly Operation[] = [
  {
    id: "getMe",
    method: "GET",
    path: "/me",
    tag,
    summary: "Who am I",
    description: "The person or key that asks, the organisations it acts for, and what a key may do.",
    verb: whoAmI,
  },
  {
    id: "updateMe",
    method: "PATCH",
    path: "/me",
    tag,
    summary: "Change your name or language",
    verb: updateProfile,
  },
  {
    id: "searchMyAudit",
    method: "GET",
    path: "/me/audit",
    tag,
    summary: "Search actions by you, with your keys, or about you",
    verb: auditOfMine,
  },
];

const organisationOperations: readonly Operation[] = [
  {
    id: "listOrganisations",
    method: "GET",
    path: "/organisations",
    tag,
    summary: "List your organisations",
    verb: myOrganisations,
  },
  {
    id: "createOrganisation",
    method: "POST",
    path: "/organisations",
    tag,
    summary: "Sign up an organisation",
    description:
      "You become its first owner. It is unverified until the operator has looked at it. Only a signed-in person does this: a key could not see the new organisation.",
    verb: signUpOrganisation,
    status: 201,
  },
  {
    id: "getOrganisation",
    method: "GET",
    path: "/organisations/{organisationId}",
    tag,
    summary: "Look at an organisation",
    verb: getOrganisation,
  },
  {
    id: "updateOrganisation",
    method: "PATCH",
    path: "/organisations/{organisationId}",
    tag,
    summary: "Change an organisation's settings",
    description:
      "A verified platform that changes its host is verified again; how its handles compare is then fixed. Only a signed-in person changes the attestation key; API keys are refused.",
    verb: updateOrganisation,
  },
  {
    id: "setOrganisationState",
    method: "PUT",
    path: "/organisations/{organisationId}/state",
    tag,
    summary: "Verify, un-verify or suspend an organisation (operator)",
    verb: setOrganisationState,
  },
  {
    id: "searchOrganisationAudit",
    method: "GET",
    path: "/organisations/{organisationId}/audit",
    tag,
    summary: "Search the actions in an organisation",
    description:
      "Its own people and keys have names and can be found by name. Operators are shown as operators, all others only by id.",
    verb: auditOfOrganisation,
  },
];

const memberOperations: readonly Operation[] = [
  {
    id: "listMembers",
    method: "GET",
    path: "/organisations/{organisationId}/members",
    tag,
    summary: "List members",
    verb: listMembers,
  },
  {
    id: "changeMemberRole",
    method: "PATCH",
    path: "/organisations/{organisationId}/members/{personId}",
    tag,
    summary: "Change a member's role",
    description:
      "Only an owner can add or remove an owner; the last owner stays. No API key can change a role.",
    verb: changeMemberRole,
  },
  {
    id: "removeMember",
    method: "DELETE",
    path: "/organisations/{organisationId}/members/{personId}",
    tag,
    summary: "Remove a member, or leave",
    verb: removeMember,
  },
  {
    id: "listInvitations",
    method: "GET",
    path: "/organisations/{organisationId}/invitations",
    tag,
    summary: "List invitations",
    verb: listInvitations,
  },
  {
    id: "inviteMember",
    method: "POST",
    path: "/organisations/{organisationId}/invitations",
    tag,
    summary: "Invite a person by e-mail",
    description:
      "The link is mailed and shown nowhere else. Inviting an address again replaces its link. Only a signed-in person invites; API keys are refused.",
    verb: inviteMember,
    status: 201,
  },
  {
    id: "revokeInvitation",
    method: "DELETE",
    path: "/organisations/{organisationId}/invitations/{invitationId}",
    tag,
    summary: "Cancel an invitation",
    verb: revokeInvitation,
  },
  {
    id: "acceptInvitation",
    method: "POST",
    path: "/invitations/accept",
    tag,
    summary: "Accept an invitation with the token in its link",
    verb: acceptInvitation,
  },
];

const keyOperations: readonly Operation[] = [
  {
    id: "listApiKeys",
    method: "GET",
    path: "/api-keys",
    tag,
    summary: "List the API keys of an organisation, or your own",
    verb: listApiKeys,
  },
  {
    id: "createApiKey",
    method: "POST",
    path: "/api-keys",
    tag,
    summary: "Create an API key",
    description:
      "Only a signed-in person makes keys; API keys are refused. The secret is in this answer alone. A key can carry no more than its maker may do. From its `expiresAt` on it is refused with 401 and `facts.because` = `key_expired`.",
    verb: createApiKey,
    status: 201,
  },
  {
    id: "revokeApiKey",
    method: "DELETE",
    path: "/api-keys/{keyId}",
    tag,
    summary: "Revoke an API key",
    verb: revokeApiKey,
  },
];

export const partyOperations: readonly Operation[] = [
  ...meOperations,
  ...organisationOperations,
  ...memberOperations,
  ...keyOperations,
  {
    id: "searchAudit",
    method: "GET",
    path: "/audit",
    tag,
    summary: "Search the actions in the whole instance (operator)",
    verb: auditOfEverything,
  },
];
