import { beforeAll, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { listDevMails } from "@/infra/mail/dev-mailbox";
import { type Actor, ANONYMOUS } from "@/kernel/actor";
import { daysAfter } from "@/kernel/time";
import { aMailbox } from "@/test/factories/mailbox";
import {
  actorFor,
  aMember,
  anApiKey,
  anOrganisation,
  aPerson,
  callAs,
  SYSTEM,
} from "@/test/factories/parties";
import { listInvitations, viewInvitation } from "../queries/organisations";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { revokeInvitation } from "./revoke-invitation";
import { type InvitationLetter, sendInvitationMail } from "./send-invitation-mail";

const { dir } = aMailbox();
let organisationId: string;
let owner: Actor;

const letters: InvitationLetter[] = [];
const sendMail = sendInvitationMail((letter) => {
  letters.push(letter);
  return { subject: `Join ${letter.organisation} on Remit`, text: letter.url, html: letter.url };
});

beforeAll(async () => {
  ({ id: organisationId, owner } = await anOrganisation({ name: "Forum of Forums" }));
});

/** The invitation, and the token from the mail that was sent. */
async function invited(email: string, role: "admin" | "analyst" | "owner" = "analyst") {
  const invitation = await inviteMember(callAs(owner), { organisationId, email, role });
  await sendMail(callAs(SYSTEM), { invitationId: invitation.id });
  const [mail] = await listDevMails(dir);
  return { id: invitation.id, mail, token: mail?.text.match(/\/invitations\/([\w-]+)/)?.[1] ?? "" };
}

test("the mail's link lets the invited person in, once", async () => {
  const person = await aPerson();
  const { id, mail, token } = await invited(person.email);
  expect(mail).toMatchObject({ to: [person.email], subject: "Join Forum of Forums on Remit" });
  const { rows } = await db.pool.query("SELECT row_to_json(i)::text AS row FROM invitation i");
  expect(rows.map((row) => row.row).join()).not.toContain(token);
  expect(await viewInvitation(callAs(ANONYMOUS), { token })).toMatchObject({
    email: person.email,
    signedInAs: null,
  });
  const call = callAs(await actorFor(person.id), { idempotencyKey: "join" });
  const joined = await acceptInvitation(call, { token });
  expect(joined).toMatchObject({ organisationId, role: "analyst" });
  expect(await acceptInvitation(call, { token })).toEqual(joined);
  await expect(acceptInvitation(callAs(await actorFor(person.id)), { token })).rejects.toMatchObject({
    code: "INVITATION_INVALID",
  });
  expect(
    (await listInvitations(callAs(owner), { organisationId })).items.find((one) => one.id === id),
  ).toMatchObject({
    state: "accepted",
  });
});

test("the link alone is not enough: another person is refused", async () => {
  const { token } = await invited("somebody@people.example");
  const other = await aPerson();
  await expect(acceptInvitation(callAs(await actorFor(other.id)), { token })).rejects.toMatchObject({
    code: "INVITATION_INVALID",
  });
  await expect(acceptInvitation(callAs(ANONYMOUS), { token })).rejects.toMatchObject({
    code: "NOT_SIGNED_IN",
  });
});

test("one that was taken back, replaced or has run out opens nothing", async () => {
  const person = await aPerson();
  const joining = callAs(await actorFor(person.id));
  const first = await invited(person.email);
  const second = await invited(person.email, "admin");
  await expect(acceptInvitation(joining, { token: first.token })).rejects.toMatchObject({
    code: "INVITATION_INVALID",
  });
  const later = daysAfter(new Date(), 15);
  await expect(acceptInvitation({ ...joining, now: later }, { token: second.token })).rejects.toMatchObject({
    code: "INVITATION_INVALID",
  });
  await revokeInvitation(callAs(owner), { organisationId, invitationId: second.id });
  await expect(acceptInvitation(joining, { token: second.token })).rejects.toMatchObject({
    code: "INVITATION_INVALID",
  });
  await expect(viewInvitation(joining, { token: second.token })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await sendMail(callAs(SYSTEM), { invitationId: second.id })).toEqual({ sent: false });
});

test("who may not manage people does not invite; an admin makes no owners; strangers see nothing", async () => {
  const admin = await aMember(organisationId, "admin");
  const analyst = await aMember(organisationId, "analyst");
  const stranger = (await anOrganisation()).owner;
  const reader = await anApiKey(owner, { organisationId, preset: "read_only" });
  const invitation = { organisationId, email: "new@people.example", role: "owner" as const };
  await expect(inviteMember(callAs(admin.actor), invitation)).rejects.toMatchObject({
    code: "SCOPE_MISSING",
  });
  await expect(inviteMember(callAs(analyst.actor), { ...invitation, role: "billing" })).rejects.toMatchObject(
    {
      code: "SCOPE_MISSING",
    },
  );
  await expect(inviteMember(callAs(reader.actor), invitation)).rejects.toMatchObject({
    code: "SCOPE_MISSING",
  });
  await expect(inviteMember(callAs(stranger), invitation)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { id } = await invited("new@people.example");
  await expect(
    revokeInvitation(callAs(stranger), { organisationId, invitationId: id }),
  ).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const { id: elsewhere, owner: theirs } = await anOrganisation();
  await expect(
    revokeInvitation(callAs(theirs), { organisationId: elsewhere, invitationId: id }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  const member = await aPerson();
  await aMember(organisationId, "billing", member.id);
  await expect(
    inviteMember(callAs(owner), { organisationId, email: member.email, role: "admin" }),
  ).rejects.toMatchObject({ code: "CONFLICT", faults: [{ path: "email" }] });
});

test("inviting needs a recent sign-in, and no key invites, whatever it carries", async () => {
  const { id, ownerId, owner: inviter } = await anOrganisation();
  const stale = callAs(await actorFor(ownerId, new Date(Date.now() - 60 * 60_000)));
  const invitation = { organisationId: id, email: "own@people.example", role: "admin" as const };
  await expect(inviteMember(stale, invitation)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  const { actor } = await anApiKey(inviter, { organisationId: id, preset: "all" });
  for (const role of ["admin", "analyst", "billing"] as const)
    await expect(inviteMember(callAs(actor), { ...invitation, role })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
      message: "An API key cannot invite anybody. Sign in, and invite them on the page of the team.",
    });
  expect(await db.prisma.invitation.count({ where: { organisationId: id } })).toBe(0);
  expect(await inviteMember(callAs(inviter), invitation)).toMatchObject({ role: "admin" });
});
