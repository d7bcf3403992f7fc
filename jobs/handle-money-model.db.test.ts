import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { sum } from "@/kernel/sum";
import { releaseHandle } from "@/modules/handles/claim/release-handle";
import { settleDispute } from "@/modules/handles/dispute/settle-dispute";
import { reversePosting } from "@/modules/settlement/posting/reverse-posting";
import { operatorActor } from "@/test/factories/deals";
import { handOnAgain } from "@/test/factories/events";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { aFundedCopy, post, type SealedShares, sealedShares } from "@/test/factories/sealed-shares";
import { nextInstant } from "@/test/factories/waiting";
import { type AttestingPlatform, anAttestingPlatform, aVerifiedHandle } from "@/test/factories/works";
import { HANDLE_EVENTS } from "./on-event";

// People prove, let go and dispute one handle, operators decide, deals are posted and taken off the books again, and the
// news of all that is heard late, twice and in any order. The model knows where each deal's money is: under the handle, or
// a person's.
type Op =
  | Readonly<{ kind: "prove" | "release" | "settle"; who: number }>
  | Readonly<{ kind: "post" }>
  | Readonly<{ kind: "unpost"; which: number; again: boolean }>
  | Readonly<{ kind: "hear"; which: number; again: boolean }>;

const who = fc.nat({ max: 2 });
const arbOp: fc.Arbitrary<Op> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("prove" as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("release" as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("settle" as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("post" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("unpost" as const), which: fc.nat(), again: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("hear" as const), which: fc.nat(), again: fc.boolean() }),
  },
);

/** `divided`: the co-authors have their parts. `place`: whose the rest is; null while it is under the handle. */
type Deal = { place: string | null; divided: boolean; ownApart: boolean };
type Truth = Readonly<{ held: { personId: string; disputed: boolean } | null; lost: readonly string[] }>;

let shares: SealedShares;
let operator: Actor;
let people: readonly Readonly<{ id: string; actor: Actor }>[];

beforeAll(async () => {
  shares = await sealedShares();
  operator = (await anOrganisation({ kind: "operator" })).owner;
  const others = [await aPerson(), await aPerson()].map(({ id }) => id);
  people = await Promise.all(
    [shares.ownerId, ...others].map(async (id) => ({ id, actor: await actorFor(id) })),
  );
}, 60_000);

async function truthOf(platformId: string): Promise<Truth> {
  const periods = await db.prisma.handlePeriod.findMany({ where: { platformId, name: "alice" } });
  return {
    held: periods.find(({ endedAt }) => endedAt === null) ?? null,
    lost: periods.filter(({ endReason }) => endReason === "lost").map(({ personId }) => personId),
  };
}

/** What a posting does, by what is true then. */
function posted({ held, lost }: Truth): Deal {
  const owner = shares.ownerId;
  const isDecided = held === null ? !lost.includes(owner) : !held.disputed && held.personId === owner;
  const place = held === null || held.disputed ? null : held.personId;
  return { place, divided: isDecided, ownApart: isDecided && place === null };
}

/** What hearing any news does, by what is true then. */
function follow(deals: readonly Deal[], { held, lost }: Truth): void {
  for (const deal of deals) {
    const isSuspect =
      deal.place !== null && (lost.includes(deal.place) || (held?.disputed && held.personId === deal.place));
    if (isSuspect) deal.place = null;
    if (deal.place !== null || held === null || held.disputed) continue;
    deal.place = held.personId;
    if (held.personId === shares.ownerId) deal.divided = true;
  }
}

/** Amounts by holder and account, as the model has them. */
function expected(deals: readonly Deal[], { held }: Truth, platformId: string): Record<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (at: string, minor: bigint) => sums.set(at, (sums.get(at) ?? 0n) + minor);
  for (const { place, divided, ownApart } of deals) {
    const parts = divided ? shares.author + shares.seat : 0n;
    const apart = ownApart ? shares.own : 0n;
    add(`payable person:${shares.ownerId}`, apart);
    add(`payable person:${shares.authorId}`, divided ? shares.author : 0n);
    add(`held author:${shares.seatId}`, divided ? shares.seat : 0n);
    const under = `${held?.disputed ? "held" : "unclaimed"} handle:${platformId}:alice`;
    add(place === null ? under : `payable person:${place}`, shares.share - parts - apart);
  }
  return Object.fromEntries([...sums].filter(([, minor]) => minor !== 0n).sort());
}

async function booksSay(dealIds: readonly string[]): Promise<Record<string, bigint>> {
  const sums = await db.prisma.line.groupBy({
    by: ["holder", "account"],
    where: { dealId: { in: [...dealIds] }, account: { in: ["payable", "held", "unclaimed"] } },
    _sum: { minor: true },
  });
  const rows = sums.map(
    ({ holder, account, _sum }) => [`${account} ${holder}`, -(_sum.minor ?? 0n)] as const,
  );
  return Object.fromEntries(rows.filter(([, minor]) => minor !== 0n).sort());
}

const newsOf = (platformId: string) =>
  db.prisma.outboxEvent.findMany({
    where: { type: { in: HANDLE_EVENTS }, payload: { path: ["platformId"], equals: platformId } },
    orderBy: { id: "asc" },
  });

async function act(
  op: Exclude<Op, { kind: "post" | "unpost" | "hear" }>,
  platform: AttestingPlatform,
): Promise<void> {
  const person = people[op.who];
  if (person === undefined) return;
  const handle = { platformId: platform.id, name: "alice", personId: person.id };
  const mine = await db.prisma.handle.findUnique({ where: { platformId_name_personId: handle } });
  switch (op.kind) {
    case "prove":
      await aVerifiedHandle(person.actor, platform, "alice");
      return;
    case "release":
      if (mine !== null) await releaseHandle(callAs(person.actor), { handleId: mine.id });
      return;
    case "settle": {
      const open = await db.prisma.handleDispute.findFirst({
        where: { platformId: platform.id, settledAt: null },
      });
      if (open === null || mine?.state !== "disputed") return;
      const decision = { disputeId: open.id, winnerHandleId: mine.id, note: "Both were looked at." };
      await settleDispute(callAs(operator), decision);
    }
  }
}

async function play(ops: readonly Op[]): Promise<void> {
  const platform = await anAttestingPlatform();
  /** Deals on the books, by allocation. */
  const posting = new Map<string, Deal & { dealId: string }>();
  const dealIds: string[] = [];
  const put = async (of: { dealId: string; allocationId: string }) => {
    await post(of.allocationId);
    posting.set(of.allocationId, { dealId: of.dealId, ...posted(await truthOf(platform.id)) });
  };
  const hear = async (id: string) => {
    await handOnAgain(id);
    follow([...posting.values()], await truthOf(platform.id));
  };
  // As the clearance knew it: the owner held the handle.
  await act({ kind: "prove", who: 0 }, platform);
  for (const op of ops) {
    await nextInstant();
    if (op.kind === "post") {
      const deal = await aFundedCopy(shares, platform.id);
      dealIds.push(deal.dealId);
      await put(deal);
    } else if (op.kind === "unpost") {
      const [allocationId, deal] = [...posting][op.which % Math.max(1, posting.size)] ?? [];
      if (allocationId === undefined || deal === undefined) continue;
      await reversePosting(callAs(operatorActor()), { dealId: deal.dealId, note: "Wrong deal" });
      posting.delete(allocationId);
      if (op.again) await put({ dealId: deal.dealId, allocationId });
    } else if (op.kind === "hear") {
      const news = await newsOf(platform.id);
      const unheard = op.again ? news : news.filter(({ handledAt }) => handledAt === null);
      const event = unheard[op.which % Math.max(1, unheard.length)];
      if (event !== undefined) await hear(event.id);
    } else {
      await act(op, platform).catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error; // a refusal changes nothing
      });
    }
  }
  for (const { id } of (await newsOf(platform.id)).reverse()) await hear(id);
  const truth = await truthOf(platform.id);
  const books = await booksSay(dealIds);
  expect(books).toEqual(expected([...posting.values()], truth, platform.id));
  expect(sum(Object.values(books))).toBe(shares.share * BigInt(posting.size));
}

test("once all news is heard, in whatever order, the money is where the handle says, and none is lost", async () => {
  await fc.assert(fc.asyncProperty(fc.array(arbOp, { minLength: 4, maxLength: 16 }), play), { numRuns: 30 });
}, 240_000);
