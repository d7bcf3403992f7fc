import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db";
import { CHECKS } from "@/jobs/checks";
import { examine } from "@/jobs/examine";
import { handEvent } from "@/jobs/hand-event";
import type { Actor } from "@/kernel/actor";
import { releaseAuthorMoney } from "@/modules/ledger/release-author-money";
import { answerSplit } from "@/modules/works/answer-split";
import { authorToken } from "@/modules/works/secrets";
import {
  aClearance,
  anAllocation,
  aReadyManifest,
  fund,
  postFunded,
  sealAndPublish,
} from "@/test/factories/allocation";
import { somePersonTerms } from "@/test/factories/consent";
import { noticedDeal } from "@/test/factories/deals";
import { actorFor, anOrganisation, aPerson, callAs, SYSTEM } from "@/test/factories/parties";
import { aWork, manyVerifiedHandles } from "@/test/factories/works";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");

type World = Readonly<{ dealId: string; allocationId: string; bob: Actor; bobId: string; seats: string[] }>;

/** Ada wrote it all; the work names two more authors, of whom nobody has accepted when the deal is sealed. */
async function aSealedDeal(): Promise<World> {
  const platform = await anOrganisation();
  const [ada, bob] = await Promise.all([aPerson({ name: "Ada" }), aPerson({ name: "Bob" })]);
  await manyVerifiedHandles(platform.id, [{ name: "ada", personId: ada.id }], LONG_AGO);
  await somePersonTerms(ada.id, "paid_anything", LONG_AGO);
  const work = await aWork(await actorFor(ada.id), {
    identifiers: [{ scheme: "url_prefix", value: `https://ours.example/${platform.id}/` }],
    authors: [
      { email: null, name: "Ada", shareBps: 5000 },
      { email: "bob@people.example", name: "Bob", shareBps: 3333 },
      { email: "cy@people.example", name: "Cy", shareBps: 1667 },
    ],
  });
  const call = callAs(platform.owner);
  const deal = await noticedDeal({ ...call, now: new Date(Date.now() - 10 * 86_400_000) });
  const url = `https://ours.example/${platform.id}/1`;
  await aReadyManifest({ dealId: deal.id, organisationId: platform.id }, [
    { contributor: "ada", tokens: 100, url },
    { contributor: "ada", tokens: 37, url: "https://elsewhere.example/" },
  ]);
  await aClearance(call, { dealId: deal.id });
  const allocationId = await anAllocation(call, { dealId: deal.id });
  await sealAndPublish(call, allocationId);
  const authors = await db.prisma.workAuthor.findMany({ where: { workId: work.id, state: "proposed" } });
  const seats = authors.sort((a, b) => b.shareBps - a.shareBps).map((author) => author.id);
  return { dealId: deal.id, allocationId, bob: await actorFor(bob.id), bobId: bob.id, seats };
}

/** Bob answers, and the worker hands his event on: twice, as it may. */
async function answers(world: World, answer: "accept" | "decline"): Promise<void> {
  await answerSplit(callAs(world.bob), { token: authorToken(world.seats[0] ?? ""), answer });
  const events = await db.prisma.outboxEvent.findMany({
    where: {
      payload: { path: ["authorId"], equals: world.seats[0] ?? "" },
      type: { startsWith: "works.split" },
    },
  });
  expect(events).toHaveLength(1);
  for (const { id } of events) {
    await handEvent(id);
    await db.prisma.outboxEvent.update({ where: { id }, data: { handledAt: null } });
    await handEvent(id);
  }
}

async function standing(holder: string): Promise<Record<string, bigint>> {
  const sums = await db.prisma.line.groupBy({ by: ["account"], where: { holder }, _sum: { minor: true } });
  return Object.fromEntries(sums.map((sum) => [sum.account, -(sum._sum.minor ?? 0n)]));
}

async function pendingOf({ allocationId }: World): Promise<bigint> {
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
  let world: World;
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

test("a share accepted between the clearance and the posting is payable at once", async () => {
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
