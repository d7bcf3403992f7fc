import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { listDevMails } from "@/infra/mail/dev-mailbox";
import { inviteMember } from "@/modules/parties/members/invite-member";
import { updateProfile } from "@/modules/parties/people/update-profile";
import { aMailbox } from "@/test/factories/mailbox";
import { actorFor, anOrganisation, aPerson, callAs, SYSTEM } from "@/test/factories/parties";
import { aWork } from "@/test/factories/works";
import { mailAuthor, mailInvitation } from "./mails";

const { dir } = aMailbox();

const newestTo = async (email: string) => (await listDevMails(dir)).find(({ to }) => to.includes(email));
async function reader(locale: string) {
  const person = await aPerson();
  await updateProfile(callAs(await actorFor(person.id)), { locale });
  return person;
}

test("an invitation is in the language of the invited person, else of the person who invites", async () => {
  const german = await reader("de");
  const known = await reader("en");
  const { id: organisationId } = await anOrganisation({ name: "Forum", ownerId: german.id });
  const owner = await actorFor(german.id);
  for (const email of ["stranger@people.example", known.email]) {
    const { id } = await inviteMember(callAs(owner), { organisationId, email, role: "analyst" });
    expect(await mailInvitation(callAs(SYSTEM), { invitationId: id })).toEqual({ sent: true });
  }
  const toStranger = await newestTo("stranger@people.example");
  expect(toStranger?.subject).toBe("Einladung zu Forum auf Remit");
  expect(toStranger?.text).toContain(`${german.name} lädt Sie ein`);
  expect(toStranger?.text).toMatch(/\/invitations\/[\w-]{43}\n/);
  expect((await newestTo(known.email))?.subject).toBe("Join Forum on Remit");
});

test("a co-author's mail is in the language of the author, else of the person who registered the work", async () => {
  const english = await reader("en");
  const known = await reader("de");
  const strangers = "co-author@people.example";
  const work = await aWork(await actorFor(english.id), {
    kind: "book",
    title: "Ours",
    identifiers: [{ scheme: "isbn", value: "978-0-8044-2957-3" }],
    authors: [
      { email: null, name: "Me", shareBps: 5000 },
      { email: known.email, name: "Kim", shareBps: 2550 },
      { email: strangers, name: "Lou", shareBps: 2450 },
    ],
  });
  const seats = await db.prisma.workAuthor.findMany({ where: { workId: work.id, state: "proposed" } });
  expect(seats).toHaveLength(2);
  for (const { id: authorId } of seats)
    expect(await mailAuthor(callAs(SYSTEM), { authorId })).toEqual({ sent: true });
  const german = await newestTo(known.email);
  expect(german?.subject).toBe("Dein Anteil an einem Werk auf Remit");
  expect(german?.text).toContain("25,5\u00a0%");
  expect(german?.text).toMatch(/\/me\/works\/invitations\/[\w-]{43}\n/);
  expect((await newestTo(strangers))?.subject).toBe("Your share in a work on Remit");
});
