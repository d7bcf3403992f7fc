import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { CHECKS } from "@/jobs/checks";
import { examine } from "@/jobs/examine";
import { releaseAuthorMoney } from "@/modules/settlement/seats/release-author-money";
import { answerSplit } from "@/modules/works/co-authors/answer-split";
import { authorToken } from "@/modules/works/co-authors/author-token";
import { fund, postFunded } from "@/test/factories/allocation";
import { handOn, handOnAgain } from "@/test/factories/events";
import { actorFor, aPerson, callAs, SYSTEM } from "@/test/factories/parties";
import { aSealedDeal, type SealedDeal } from "@/test/factories/sealed-deal";

/** Bob answers, and the worker hands his event on: twice, as it may. */
async function answers(world: SealedDeal, answer: "accept" | "decline"): Promise<void> {
  await answerSplit(callAs(world.bob), { token: authorToken(world.seats[0] ?? ""), answer });
  const events = await db.prisma.outboxEvent.findMany({
    where: {
      payload: { path: ["authorId"], equals: world.seats[0] ?? "" },
      type: { startsWith: "works.split" },
    },
  });
  expect(events).toHaveLength(1);
  for (const { id } of events) {
    await handOn(id);
    await handOnAgain(id);
  }
}

async function standing(holder: string): Promise<Record<string, bigint>> {
  const sums = await db.prisma.line.groupBy({ by: ["account"], where: { holder }, _sum: { minor: true } });
  return Object.fromEntries(sums.map((sum) => [sum.account, -(sum._sum.minor ?? 0n)]));
}

async function pendingOf({ allocationId }: SealedDeal): Promise<bigint> {
  const sum = await db.prisma.allocationSplit.aggregate({
    where: { allocationId, personId: "~pending" },
    _sum: { minor: true },
  });
  return sum._sum.minor ?? 0n;
}

async function findings(): Promise<string[]> {
  const { jobs: _noWorkerRuns, ...checks } = CHECKS;
  const found = [];
  for (const check of Object.values(checks).flat())
    for (const fault of (await examine(check)).faults) found.push(`${check.name}: ${fault}`);
  return found;
}

describe("a co-author who accepts after the posting", () => {
  let world: SealedDeal;
  beforeAll(async () => {
    world = await aSealedDeal();
    await fund(world.dealId);
    await postFunded(world.dealId);
  });

  test("until then each seat's part is held under the seat", async () => {
    const pending = await pendingOf(world);
    const parts = await Promise.all(world.seats.map((seat) => standing(`author:${seat}`)));
    expect(parts.map((part) => Object.keys(part))).toEqual([["held"], ["held"]]);
    const [first = 0n, second = 0n] = parts.map((part) => part.held);
    expect(first + second).toBe(pending);
    expect(first > second && second > 0n).toBe(true);
    expect(await standing(`person:${world.bobId}`)).toEqual({});
    expect(await findings()).toEqual([]);
  });

  test("is paid what was held for their seat, once, however often the news comes", async () => {
    const seat = `author:${world.seats[0]}`;
    const { held } = await standing(seat);
    const other = await standing(`author:${world.seats[1]}`);
    await answers(world, "accept");
    expect(await standing(seat)).toEqual({ held: 0n });
    expect(await standing(`person:${world.bobId}`)).toEqual({ payable: held });
    expect(await standing(`author:${world.seats[1]}`)).toEqual(other);
    const entries = await db.prisma.entry.findMany({ where: { cause: "split_accepted" } });
    expect(entries.map((entry) => entry.causeId)).toEqual([world.seats[0]]);
    expect(await findings()).toEqual([]);
  });
});

test("a share accepted between the clearance and the posting is payable immediately", async () => {
  const world = await aSealedDeal();
  await answers(world, "accept");
  await fund(world.dealId);
  await postFunded(world.dealId);
  const { payable = 0n } = await standing(`person:${world.bobId}`);
  const { held = 0n } = await standing(`author:${world.seats[1]}`);
  expect(payable + held).toBe(await pendingOf(world));
  expect(payable > held).toBe(true);
  expect(await standing(`author:${world.seats[0]}`)).toEqual({});
  expect(await findings()).toEqual([]);
});

test("an acceptance the posting has not seen is moved on by the ledger itself", async () => {
  const world = await aSealedDeal();
  const [authorId = ""] = world.seats;
  // As if it were accepted between the posting's question and its commit: the books know, the register did not yet.
  const news = { workId: "wrk_x", authorId, personId: world.bobId };
  expect(await releaseAuthorMoney(callAs(SYSTEM), news)).toEqual({ entryId: null });
  await fund(world.dealId);
  await postFunded(world.dealId);
  const { payable = 0n } = await standing(`person:${world.bobId}`);
  expect(payable > 0n).toBe(true);
  expect(await standing(`author:${authorId}`)).toEqual({ held: 0n });
  expect(await findings()).toEqual([]);
});

test("a declined share stays held, and goes to nobody else", async () => {
  const world = await aSealedDeal();
  await fund(world.dealId);
  await postFunded(world.dealId);
  const before = await standing(`author:${world.seats[0]}`);
  await answers(world, "decline");
  expect(await standing(`author:${world.seats[0]}`)).toEqual(before);
  expect(await standing(`person:${world.bobId}`)).toEqual({});
});

test("only the system and operators release an author's money", async () => {
  const person = await actorFor((await aPerson()).id);
  const input = { workId: "wrk_x", authorId: "wau_x", personId: "per_x" };
  await expect(releaseAuthorMoney(callAs(person), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
