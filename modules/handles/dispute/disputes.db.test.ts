import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { actorFor, anApiKey, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { nextInstant } from "@/test/factories/waiting";
import { type AttestingPlatform, anAttestingPlatform, aVerifiedHandle } from "@/test/factories/works";
import { claimHandle } from "../claim/claim-handle";
import { personOfHandle } from "../claim/handles-of";
import { releaseHandle } from "../claim/release-handle";
import { getDispute, getHandle, listHandleDisputes } from "../queries";
import { settleDispute } from "./settle-dispute";

let platform: AttestingPlatform;
let operator: Actor;
let first: Actor;
let second: Actor;
const personIdOf = (actor: Actor) => (actor.kind === "user" ? actor.personId : "");
const lastEvent = async (type: string) =>
  (await db.prisma.outboxEvent.findFirst({ where: { type }, orderBy: { id: "desc" } }))?.payload;

beforeEach(async () => {
  platform = await anAttestingPlatform({ name: "Forum" });
  operator ??= (await anOrganisation({ kind: "operator" })).owner;
  first = await actorFor((await aPerson()).id);
  second = await actorFor((await aPerson()).id);
});

/** Both prove "seat", each act at an instant of its own. */
async function dispute() {
  const mine = await aVerifiedHandle(first, platform, "seat");
  await nextInstant();
  const before = new Date();
  await nextInstant();
  const theirs = await aVerifiedHandle(second, platform, "seat");
  await nextInstant();
  const { items } = await listHandleDisputes(callAs(operator), {});
  const open = items.find((item) => item.platform.id === platform.id);
  if (open === undefined) throw new Error("no dispute");
  return { mine, theirs, before, open };
}

describe("two people prove one handle", () => {
  test("it is disputed for both, held by the first, and both are named in the event", async () => {
    const { mine, theirs, before, open } = await dispute();
    expect((await getHandle(callAs(first), { handleId: mine.id })).state).toBe("disputed");
    expect((await getHandle(callAs(second), { handleId: theirs.id })).state).toBe("disputed");
    const seat = [platform.id, "seat"] as const;
    expect(await personOfHandle(...seat, new Date())).toEqual({
      handleId: mine.id,
      personId: personIdOf(first),
      disputed: true,
    });
    expect(await personOfHandle(...seat, before)).toMatchObject({ disputed: false });
    expect(await lastEvent("works.handle_disputed")).toMatchObject({
      handleId: mine.id,
      personId: personIdOf(first),
      challengerHandleId: theirs.id,
      challengerPersonId: personIdOf(second),
    });
    expect(open.claimants).toMatchObject([
      {
        handleId: mine.id,
        first: true,
        proofs: [{ method: "attestation", checks: [{ outcome: "proved" }] }],
      },
      { handleId: theirs.id, first: false, proofs: [{ method: "attestation" }] },
    ]);
  });

  test("a third joins the same dispute; none can let the handle go meanwhile", async () => {
    const { mine, open } = await dispute();
    const third = await actorFor((await aPerson()).id);
    await aVerifiedHandle(third, platform, "seat");
    expect((await getDispute(callAs(operator), { disputeId: open.id })).claimants).toHaveLength(3);
    await expect(releaseHandle(callAs(first), { handleId: mine.id })).rejects.toMatchObject({
      code: "HANDLE_DISPUTED",
    });
  });

  test("two proofs at the same moment leave one holder", async () => {
    const people = await Promise.all([1, 2, 3, 4].map(async () => actorFor((await aPerson()).id)));
    await Promise.all(people.map((person) => aVerifiedHandle(person, platform, "race")));
    const handles = await db.prisma.handle.findMany({ where: { platformId: platform.id, name: "race" } });
    expect(new Set(handles.map(({ state }) => state))).toEqual(new Set(["disputed"]));
    const running = { platformId: platform.id, name: "race", endedAt: null };
    expect(await db.prisma.handlePeriod.count({ where: running })).toBe(1);
    expect(await db.prisma.handleDispute.count({ where: { platformId: platform.id, name: "race" } })).toBe(1);
  });
});

describe("an operator settles it", () => {
  const note = "The second proof came from the site's owner.";

  test("for the challenger: the handle changes hands, the past stays as it was", async () => {
    const { mine, theirs, before, open } = await dispute();
    const during = new Date();
    await nextInstant();
    const settled = await settleDispute(callAs(operator), {
      disputeId: open.id,
      winnerHandleId: theirs.id,
      note,
    });
    expect(settled).toMatchObject({ winnerHandleId: theirs.id, note });
    const seat = [platform.id, "seat"] as const;
    expect(await personOfHandle(...seat, new Date())).toEqual({
      handleId: theirs.id,
      personId: personIdOf(second),
      disputed: false,
    });
    expect(await personOfHandle(...seat, during)).toMatchObject({ handleId: mine.id, disputed: true });
    expect(await personOfHandle(...seat, before)).toMatchObject({ handleId: mine.id, disputed: false });
    expect((await getHandle(callAs(first), { handleId: mine.id })).state).toBe("lost");
    expect(await lastEvent("works.dispute_settled")).toMatchObject({
      handleId: theirs.id,
      winnerPersonId: personIdOf(second),
      platformId: platform.id,
      name: "seat",
    });
    expect(await lastEvent("works.handle_verified")).toMatchObject({ handleId: theirs.id });
    await expect(claimHandle(callAs(first), { platformId: platform.id, name: "seat" })).rejects.toMatchObject(
      {
        code: "HANDLE_DISPUTED",
      },
    );
  });

  test("for the first: nothing changes hands, and it is settled once", async () => {
    const { mine, theirs, open } = await dispute();
    const input = { disputeId: open.id, winnerHandleId: mine.id, note };
    const call = callAs(operator, { idempotencyKey: `settle-${open.id}` });
    const once = await settleDispute(call, input);
    expect(await settleDispute(call, input)).toEqual(once);
    expect((await getHandle(callAs(first), { handleId: mine.id })).state).toBe("verified");
    expect((await getHandle(callAs(second), { handleId: theirs.id })).state).toBe("lost");
    await expect(settleDispute(callAs(operator), input)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("nobody else sees or settles it, and only a claimant can win", async () => {
    const { theirs, open } = await dispute();
    const input = { disputeId: open.id, winnerHandleId: theirs.id, note };
    await expect(settleDispute(callAs(second), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getDispute(callAs(second), { disputeId: open.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(listHandleDisputes(callAs(platform.owner), {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    const reader = await anApiKey(operator, { preset: "read_only" });
    await expect(settleDispute(callAs(reader.actor), input)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    const stranger = await aVerifiedHandle(second, platform, "another");
    await expect(
      settleDispute(callAs(operator), { ...input, winnerHandleId: stranger.id }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});
