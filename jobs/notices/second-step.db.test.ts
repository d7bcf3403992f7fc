import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { handOn, handOnAgain } from "@/test/factories/events";
import { aPerson } from "@/test/factories/parties";

/** Delivers an event twice, as the outbox may, and returns the person's notices. */
async function told(type: string, payload: { personId: string }): Promise<readonly string[]> {
  const id = `evt_${randomUUID()}`;
  await db.prisma.outboxEvent.create({ data: { id, type, payload, at: new Date() } });
  await handOn(id);
  await handOnAgain(id);
  const notices = await db.prisma.notice.findMany({ where: { personId: payload.personId } });
  return notices.map(({ kind, link }) => `${kind} ${link}`);
}

test.each([
  ["on", "second_step_on"],
  ["off", "second_step_off"],
  ["codes", "recovery_codes_made"],
])("a second step set to %s brings one immediate notice", async (change, kind) => {
  const { id: personId } = await aPerson();
  const payload = { personId, change };
  expect(await told("parties.second_step_set", payload)).toEqual([`${kind} /me/settings/two-step`]);
  expect(await db.prisma.notice.count({ where: { personId, cadence: "now" } })).toBe(1);
});

test("so does a used recovery code, with the number that are left", async () => {
  const { id: personId } = await aPerson();
  const payload = { personId, codes: 3 };
  expect(await told("parties.recovery_code_used", payload)).toEqual([
    "recovery_code_used /me/settings/two-step",
  ]);
  const notice = await db.prisma.notice.findFirstOrThrow({ where: { personId } });
  expect(notice.params).toEqual({ codes: 3 });
});
