import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { explainPayment, myShares } from "@/modules/earnings/queries/own-share";
import { releaseHandle } from "@/modules/handles/claim/release-handle";
import { settleDispute } from "@/modules/handles/dispute/settle-dispute";
import { listHandleDisputes } from "@/modules/handles/queries";
import { releaseReserve, startReserveReleases } from "@/modules/settlement/reserve/release-reserve";
import { runToEnd } from "@/test/factories/allocation";
import { handOn } from "@/test/factories/events";
import { anEntry } from "@/test/factories/ledger";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import {
  aFundedCopy,
  post,
  postWhile,
  type SealedShares,
  sealedShares,
} from "@/test/factories/sealed-shares";
import { nextInstant } from "@/test/factories/waiting";
import { type AttestingPlatform, anAttestingPlatform, aVerifiedHandle } from "@/test/factories/works";
import { CHECKS } from "./checks";
import { examine } from "./examine";
import { FOLLOW_MONEY, HANDLE_EVENTS } from "./on-event";
import { settleMissedHandles } from "./settle-missed-handles";

// Alice's handle, with the money of one deal: `owner` held it when the deal was cleared, `other` proves it too.
let shares: SealedShares;
let operator: Actor;
let owner: Actor;
let other: Actor;
let otherId: string;
let platform: AttestingPlatform;
let deal: Awaited<ReturnType<typeof aFundedCopy>>;

beforeAll(async () => {
  shares = await sealedShares();
  operator = (await anOrganisation({ kind: "operator" })).owner;
  owner = await actorFor(shares.ownerId);
}, 60_000);

beforeEach(async () => {
  otherId = (await aPerson()).id;
  other = await actorFor(otherId);
  platform = await anAttestingPlatform();
  deal = await aFundedCopy(shares, platform.id);
});

const prove = (person: Actor) => aVerifiedHandle(person, platform, "alice");

async function settleFor(winnerHandleId: string): Promise<void> {
  const { items } = await listHandleDisputes(callAs(operator), {});
  const open = items.find((item) => item.platform.id === platform.id);
  await settleDispute(callAs(operator), {
    disputeId: open?.id ?? "",
    winnerHandleId,
    note: "Both were looked at.",
  });
}

async function news(): Promise<readonly string[]> {
  const payload = { path: ["platformId"], equals: platform.id };
  const events = await db.prisma.outboxEvent.findMany({
    where: { type: { in: HANDLE_EVENTS }, handledAt: null, payload },
    orderBy: { id: "asc" },
  });
  return events.map(({ id }) => id);
}

async function hear(ids?: readonly string[]): Promise<void> {
  for (const id of ids ?? (await news())) await handOn(id);
}

/** What stands of the deal, by holder and account; zeros left out. */
async function standing(): Promise<Record<string, bigint>> {
  const sums = await db.prisma.line.groupBy({
    by: ["holder", "account"],
    where: { dealId: deal.dealId, account: { in: ["payable", "held", "unclaimed"] } },
    _sum: { minor: true },
  });
  const names: Record<string, string> = {
    [`person:${shares.ownerId}`]: "owner",
    [`person:${otherId}`]: "other",
    [`person:${shares.authorId}`]: "author",
    [`author:${shares.seatId}`]: "seat",
    [`handle:${platform.id}:alice`]: "alice",
  };
  return Object.fromEntries(
    sums
      .filter(({ _sum }) => _sum.minor !== 0n)
      .map(({ holder, account, _sum }) => [`${names[holder]} ${account}`, -(_sum.minor ?? 0n)]),
  );
}

async function findings(): Promise<string[]> {
  const found = [];
  for (const check of [...(CHECKS.ledger ?? []), ...(CHECKS.allocation ?? []), ...(CHECKS.settlement ?? [])])
    if (!/^(a rerun|one sealed)/.test(check.name))
      found.push(...(await examine(check)).faults.map((fault) => `${check.name}: ${fault}`));
  return found;
}

const divided = () => ({
  "owner payable": shares.share - shares.author - shares.seat,
  "author payable": shares.author,
  "seat held": shares.seat,
});

const explained = (who: Actor) => explainPayment(callAs(who), { allocationId: deal.allocationId });

describe("what a posting paid straight to the first claimant", () => {
  test("is held in a dispute, and is the winner's", async () => {
    await prove(owner);
    await hear();
    await post(deal.allocationId);
    expect(await standing()).toEqual(divided());
    await nextInstant();
    const theirs = await prove(other);
    await hear();
    const heldOfIt = shares.share - shares.author - shares.seat;
    expect(await standing()).toMatchObject({ "alice held": heldOfIt, "author payable": shares.author });
    expect(await standing()).not.toHaveProperty("owner payable");
    expect((await explained(owner)).standing).toBe("held");
    await hear(await all());
    expect(await standing()).toMatchObject({ "alice held": heldOfIt });
    await settleFor(theirs.id);
    await hear();
    await hear(await all());
    expect(await standing()).toMatchObject({ "other payable": heldOfIt });
    expect(await standing()).not.toHaveProperty("owner payable");
    const won = await explained(other);
    expect(won.amount.minor).toBe(String(heldOfIt));
    expect(Date.parse(won.creditedAt ?? "")).toBeGreaterThan(Date.parse(won.postedAt ?? ""));
    await expect(explained(owner)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findings()).toEqual([]);
  }, 60_000);

  test("is the winner's even if no news of the dispute was heard before it was settled", async () => {
    await prove(owner);
    await hear();
    await post(deal.allocationId);
    await nextInstant();
    const theirs = await prove(other);
    await nextInstant();
    await settleFor(theirs.id);
    await hear([...(await news())].reverse());
    expect(await standing()).toMatchObject({ "other payable": shares.share - shares.author - shares.seat });
    expect(await standing()).not.toHaveProperty("owner payable");
  }, 60_000);
});

test("what a reserve paid straight to the first claimant is held in a dispute too", async () => {
  await prove(owner);
  await hear();
  await post(deal.allocationId);
  await releaseOf(1_000n);
  const before = await standing();
  const reserve = (before["owner payable"] ?? 0n) - (shares.share - shares.author - shares.seat);
  expect(reserve).toBeGreaterThan(0n);
  expect(Object.values(before).reduce((sum, minor) => sum + minor, 0n)).toBe(shares.share + 1_000n);
  await nextInstant();
  const theirs = await prove(other);
  await hear();
  const inDoubt = before["owner payable"] ?? 0n;
  expect(await standing()).toMatchObject({ "alice held": inDoubt });
  expect(await standing()).not.toHaveProperty("owner payable");
  await hear(await all());
  expect(await standing()).toMatchObject({ "alice held": inDoubt });
  await settleFor(theirs.id);
  await hear(await all());
  expect(await standing()).toMatchObject({
    "other payable": inDoubt,
    "author payable": before["author payable"],
  });
  expect(await findings()).toEqual([]);
}, 60_000);

/** The deal has this much in reserve, and it is released. */
async function releaseOf(minor: bigint): Promise<void> {
  const { dealId } = deal;
  await anEntry([
    { account: "platform_retained", holder: `organisation:${platform.id}`, dealId, currency: "USD", minor },
    { account: "reserve", holder: `deal:${dealId}`, dealId, currency: "USD", minor: -minor },
  ]);
  for (const jobId of await startReserveReleases(new Date())) await runToEnd(jobId, releaseReserve);
}

/** All news of the platform's handles, to be heard again, newest first. */
async function all(): Promise<readonly string[]> {
  const where = {
    type: { in: HANDLE_EVENTS },
    payload: { path: ["platformId"], equals: platform.id },
  };
  await db.prisma.eventDelivery.deleteMany({ where: { event: where } });
  await db.prisma.outboxEvent.updateMany({ where, data: { handledAt: null } });
  return [...(await news())].reverse();
}

describe("a share with shared works, posted while the handle is disputed", () => {
  async function disputed() {
    const mine = await prove(owner);
    await nextInstant();
    const theirs = await prove(other);
    await hear();
    await post(deal.allocationId);
    expect(await standing()).toEqual({ "alice held": shares.share });
    await nextInstant();
    return { mine, theirs };
  }

  test("is held whole, and divided once it is theirs whose works they are", async () => {
    const { mine } = await disputed();
    expect((await explained(owner)).standing).toBe("held");
    await settleFor(mine.id);
    await hear(await all());
    await hear(await all());
    expect(await standing()).toEqual(divided());
    const hers = await explained(owner);
    expect(hers).toMatchObject({
      standing: "posted",
      amount: { minor: String(shares.share - shares.author - shares.seat) },
    });
    expect(await findings()).toEqual([]);
  }, 60_000);

  test("is paid whole to anybody else, and explained to them alone", async () => {
    const { theirs } = await disputed();
    await expect(explained(other)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await settleFor(theirs.id);
    await hear();
    expect(await standing()).toEqual({ "other payable": shares.share });
    const payment = await explained(other);
    expect(payment).toMatchObject({
      standing: "posted",
      amount: { minor: String(shares.share) },
      splits: [],
    });
    expect((await myShares(callAs(other), {})).items).toMatchObject([{ allocationId: deal.allocationId }]);
    const author = await actorFor(shares.authorId);
    for (const who of [owner, author])
      await expect(explained(who)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findings()).toEqual([]);
  }, 60_000);
});

test("a share whose handle is another's at the posting is theirs whole", async () => {
  const mine = await prove(owner);
  await releaseHandle(callAs(owner), { handleId: mine.id });
  await nextInstant();
  await prove(other);
  await post(deal.allocationId);
  await hear();
  expect(await standing()).toEqual({ "other payable": shares.share });
  expect(await explained(other)).toMatchObject({ amount: { minor: String(shares.share) } });
}, 60_000);

test("a handle that was let go before news of its proof came pays nobody", async () => {
  const mine = await prove(owner);
  await releaseHandle(callAs(owner), { handleId: mine.id });
  await post(deal.allocationId);
  await hear([...(await news())].reverse());
  const waits = shares.share - shares.own - shares.author - shares.seat;
  expect(await standing()).toMatchObject({ "alice unclaimed": waits });
  await prove(other);
  await hear();
  expect(await standing()).toMatchObject({ "other payable": waits });
}, 60_000);

describe("what changes while a posting is under way, before its news is heard,", () => {
  test("a dispute that is settled: nothing is left on held", async () => {
    await prove(owner);
    await nextInstant();
    const theirs = await prove(other);
    await hear();
    await postWhile(deal.allocationId, () => settleFor(theirs.id));
    expect(await standing()).toEqual({ "other payable": shares.share });
  }, 60_000);

  test("a dispute that is opened: what was paid straight is held", async () => {
    await prove(owner);
    await hear();
    await postWhile(deal.allocationId, async () => void (await prove(other)));
    expect(await standing()).toMatchObject({ "alice held": shares.share - shares.author - shares.seat });
    expect(await standing()).not.toHaveProperty("owner payable");
  }, 60_000);
});

test("the doctor finds an event that died, and the same verb repairs the books", async () => {
  const mine = await prove(owner);
  await releaseHandle(callAs(owner), { handleId: mine.id });
  await post(deal.allocationId);
  await hear();
  await prove(other);
  const [id = ""] = await news();
  expect((await findings()).join()).toContain("unclaimed, which is not how the handle stands");
  await settleMissedHandles(new Date(Date.now() + 3 * 3_600_000));
  expect(await findings()).toEqual([]);
  const where = { eventId: id, handler: FOLLOW_MONEY };
  expect(await db.prisma.eventDelivery.findFirst({ where })).toMatchObject({ state: "done" });
}, 60_000);
