import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { CHECKS } from "@/jobs/checks";
import { examine } from "@/jobs/examine";
import { sum, sumOf } from "@/kernel/sum";
import { deletePerson } from "@/modules/departures/delete-person";
import { followHandle } from "@/modules/settlement/handles/follow-handle";
import { answerSplit } from "@/modules/works/co-authors/answer-split";
import { authorToken } from "@/modules/works/co-authors/author-token";
import { fund, postFunded } from "@/test/factories/allocation";
import { handOn } from "@/test/factories/events";
import { actorFor, aPerson, aSecondStep, callAs, SYSTEM } from "@/test/factories/parties";
import { aSealedDeal, type SealedDeal } from "@/test/factories/sealed-deal";

async function leaves(personId: string): Promise<void> {
  const { email } = await db.prisma.person.findUniqueOrThrow({ where: { id: personId } });
  await deletePerson(callAs(await actorFor(personId)), { confirmation: email ?? "" });
  const types = ["parties.person_deleted", "works.handle_released", "consent.withdrawn"];
  const events = await db.prisma.outboxEvent.findMany({ where: { handledAt: null, type: { in: types } } });
  for (const { id } of events) await handOn(id);
}

async function standing(holder: string): Promise<Record<string, bigint>> {
  const sums = await db.prisma.line.groupBy({ by: ["account"], where: { holder }, _sum: { minor: true } });
  return Object.fromEntries(sums.map((sum) => [sum.account, -(sum._sum.minor ?? 0n)]));
}

const splitsOf = ({ allocationId }: SealedDeal) =>
  db.prisma.allocationSplit.findMany({ where: { allocationId } });

async function findings(): Promise<string[]> {
  const { jobs: _noWorkerRuns, ...checks } = CHECKS;
  const found = [];
  for (const check of Object.values(checks).flat())
    for (const fault of (await examine(check)).faults) found.push(`${check.name}: ${fault}`);
  return found;
}

test("money of a deal that is sealed and not yet on the books waits for the handle and the seat of who left", async () => {
  const world = await aSealedDeal();
  const named = (await splitsOf(world)).filter(({ personId }) => personId !== "~pending");
  const [ada] = named;
  const seat = await db.prisma.workAuthor.findFirstOrThrow({ where: { personId: ada?.personId ?? "" } });
  const { platformId, id: handleId } = await db.prisma.handle.findFirstOrThrow({
    where: { personId: ada?.personId ?? "" },
  });
  await leaves(ada?.personId ?? "");
  await fund(world.dealId);
  await postFunded(world.dealId);
  expect(await standing(`person:${ada?.personId}`)).toEqual({});
  expect(await standing(`author:${seat.id}`)).toEqual({
    held: sumOf(named, (split) => split.minor),
  });
  const { unclaimed = 0n } = await standing(`handle:${platformId}:ada`);
  expect(unclaimed > 0n).toBe(true);
  expect(await findings()).toEqual([]);

  // Late news of their proof pays nobody who is gone: it waits on.
  const late = { handleId, platformId, name: "ada", personId: ada?.personId ?? "" };
  expect(await followHandle(callAs(SYSTEM), late)).toEqual({ entryIds: [] });
  expect(await standing(`handle:${platformId}:ada`)).toEqual({ unclaimed });
});

test("the part of a co-author who accepted and left before the posting is held for their seat", async () => {
  const world = await aSealedDeal();
  await answerSplit(callAs(world.bob), { token: authorToken(world.seats[0] ?? ""), answer: "accept" });
  await leaves(world.bobId);
  await fund(world.dealId);
  await postFunded(world.dealId);
  expect(await standing(`person:${world.bobId}`)).toEqual({});
  const held = await Promise.all(world.seats.map(async (id) => (await standing(`author:${id}`)).held ?? 0n));
  const pending = (await splitsOf(world)).filter(({ personId }) => personId === "~pending");
  expect(sum(held)).toBe(sumOf(pending, ({ minor }) => minor));
  expect(held.every((minor) => minor > 0n)).toBe(true);
  expect(await findings()).toEqual([]);
});

test("the doctor finds a second step, or a recovery code, that outlived its person", async () => {
  const { id } = await aPerson();
  await aSecondStep(id);
  await db.prisma.recoveryCode.create({ data: { codeHash: id, personId: id, createdAt: new Date() } });
  expect(await findings()).toEqual([]);
  const gone = { email: null, emailVerified: null, name: null, image: null, deletedAt: new Date() };
  await db.prisma.person.update({ where: { id }, data: gone });
  const found = await findings();
  for (const what of ["second step", "recovery code"])
    expect(found).toContainEqual(expect.stringContaining(`${id} left and still has a ${what}`));
});
