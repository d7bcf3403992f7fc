import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { LIMITS } from "@/kernel/limits";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { aWork } from "@/test/factories/works";
import { signUpOrganisation } from "../organisations/sign-up-organisation";
import { inviteMember } from "./invite-member";
import { consumeMailQuota } from "./mail-quota";

const many = (count: number) => Array.from({ length: count }, (_, i) => `p${i}@many.example`);

test("one sender's mails of a day are limited, over all organisations and works", async () => {
  const { owner, ownerId, id: organisationId } = await anOrganisation();
  await consumeMailQuota(ownerId, many(LIMITS.invitationMailsPerDay - 1));
  const invite = (email: string) => inviteMember(callAs(owner), { organisationId, email, role: "analyst" });
  await invite("last@many.example");
  await expect(invite("over@many.example")).rejects.toMatchObject({
    code: "RATE_LIMITED",
    detail: { because: "mails_a_day" },
  });
  expect(await db.prisma.invitation.count({ where: { organisationId } })).toBe(1);
  const authors = [
    { email: null, name: "Me", shareBps: 5000 },
    { email: "over@many.example", name: "Over", shareBps: 5000 },
  ];
  await expect(aWork(owner, { authors })).rejects.toMatchObject({ detail: { because: "mails_a_day" } });
});

test("one address gets so many a day from all senders together, in any spelling", async () => {
  for (let i = 0; i < LIMITS.invitationMailsPerAddressPerDay; i++)
    await consumeMailQuota(`sender-${i}`, [i % 2 === 0 ? "Mara@people.example" : "mara@people.example"]);
  await expect(consumeMailQuota("another", ["mara@PEOPLE.example"])).rejects.toMatchObject({
    code: "RATE_LIMITED",
    detail: { because: "mails_to_address", address: "mara@PEOPLE.example" },
  });
  await consumeMailQuota("another", ["mira@people.example"]);
});

test("one person owns so many organisations", async () => {
  const { id } = await aPerson();
  const call = callAs(await actorFor(id));
  const signUp = (name: string) => signUpOrganisation(call, { kind: "lab", name });
  for (let i = 0; i < LIMITS.organisationsOwnedMax; i++) await signUp(`House ${i}`);
  await expect(signUp("One more")).rejects.toMatchObject({
    code: "CONFLICT",
    detail: { because: "organisations_owned" },
  });
});
