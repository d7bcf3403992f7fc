import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { personIdOf } from "@/kernel/actor";
import { ledgerChecks } from "@/modules/ledger/doctor";
import { answerSplit } from "@/modules/works/co-authors/answer-split";
import { authorToken } from "@/modules/works/co-authors/author-token";
import { retireWork } from "@/modules/works/register/retire-work";
import { fund, postFunded } from "@/test/factories/allocation";
import { operatorActor } from "@/test/factories/deals";
import { aPerson, callAs, SYSTEM } from "@/test/factories/parties";
import { aSealedDeal } from "@/test/factories/sealed-deal";
import { settlementChecks } from "../doctor";
import { releaseAuthorMoney } from "./release-author-money";
import { settleSeat } from "./settle-seat";

const operator = () => callAs(operatorActor());
const on = async (account: string, holder: string) => {
  const { _sum } = await db.prisma.line.aggregate({ where: { account, holder }, _sum: { minor: true } });
  return -(_sum.minor ?? 0n);
};

async function posted() {
  const world = await aSealedDeal();
  await fund(world.dealId);
  await postFunded(world.dealId);
  const [bobs = "", cys = ""] = world.seats;
  return { ...world, bobs, cys, adaHolder: `person:${personIdOf(world.ada)}` };
}

test("a declined seat's money goes where the operator decides: to the others, or to a person named", async () => {
  const { bob, bobs, ada, adaHolder } = await posted();
  const held = await on("held", `author:${bobs}`);
  const before = await on("payable", adaHolder);
  const ask = { authorId: bobs, note: "Bob wants none of it" };
  expect(held).toBeGreaterThan(0n);
  await expect(settleSeat(operator(), ask)).rejects.toMatchObject({ detail: { because: "seat_open" } });
  await answerSplit(callAs(bob), { token: authorToken(bobs), answer: "decline" });
  await expect(settleSeat(callAs(ada), ask)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(settleSeat(operator(), { ...ask, personId: "per_nobody" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const { entryId } = await settleSeat(operator(), ask);
  expect(await on("held", `author:${bobs}`)).toBe(0n);
  expect(await on("payable", adaHolder)).toBe(before + held);
  expect(await db.prisma.entry.findUniqueOrThrow({ where: { id: entryId } })).toMatchObject({
    cause: "seat_settled",
    causeId: bobs,
  });
  await expect(settleSeat(operator(), ask)).rejects.toMatchObject({ detail: { because: "seat_empty" } });
  for (const check of [...ledgerChecks, ...settlementChecks]) expect((await check.run()).faults).toEqual([]);
});

test("to a person named", async () => {
  const { bob, bobs } = await posted();
  const heir = await aPerson();
  const held = await on("held", `author:${bobs}`);
  await answerSplit(callAs(bob), { token: authorToken(bobs), answer: "decline" });
  await settleSeat(operator(), { authorId: bobs, personId: heir.id, note: "To Bob's heir" });
  expect(await on("payable", `person:${heir.id}`)).toBe(held);
});

test("of a work that was retired the seat can still be accepted, for what is held", async () => {
  const { ada, bob, bobId, bobs } = await posted();
  const held = await on("held", `author:${bobs}`);
  const { workId } = await db.prisma.workAuthor.findUniqueOrThrow({ where: { id: bobs } });
  await retireWork(callAs(ada), { workId });
  await answerSplit(callAs(bob), { token: authorToken(bobs), answer: "accept" });
  await releaseAuthorMoney(callAs(SYSTEM), { workId, authorId: bobs, personId: bobId });
  expect(await on("payable", `person:${bobId}`)).toBe(held);
});
