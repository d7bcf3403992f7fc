import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { ANONYMOUS } from "@/kernel/actor";
import { setProofRule } from "@/modules/handles/platforms/set-proof-rule";
import {
  aClearance,
  anAllocation,
  aReadyManifest,
  fund,
  postFunded,
  sealAndPublish,
} from "@/test/factories/allocation";
import { cancelDealOf, draftDeal, noticedDeal } from "@/test/factories/deals";
import { actorFor, aPerson, callAs } from "@/test/factories/parties";
import { anAttestingPlatform, aVerifiedHandle, aWork } from "@/test/factories/works";
import { stepOf } from "./domain/band";
import { lookUp, lookUpPlatforms } from "./look-up";
import { featuredDeal, getRegisterDeal, listRegister } from "./register";

const nobody = callAs(ANONYMOUS);
let forum: Awaited<ReturnType<typeof anAttestingPlatform>>;
let host: string;
let dealId: string;
let draftId: string;

/** A deal on platform terms between ada (proved before the seal), bob and 22 others, paid in and on the books. */
beforeAll(async () => {
  forum = await anAttestingPlatform({ name: "Quay Forum" });
  const row = await db.prisma.organisation.findUniqueOrThrow({ where: { id: forum.id } });
  host = row.host ?? "";
  await aVerifiedHandle(await actorFor((await aPerson()).id), forum, "ada");
  const call = callAs(forum.owner, { now: new Date(Date.now() - 10 * 86_400_000) });
  const deal = await noticedDeal(call, { basis: "platform_terms", noticeDays: 7, weighting: "per_token" });
  dealId = deal.id;
  const others = Array.from({ length: 22 }, (_, at) => ({ contributor: `other-${at}`, tokens: 10 }));
  await aReadyManifest({ dealId, organisationId: forum.id }, [
    { contributor: "ada", tokens: 300 },
    { contributor: "bob", tokens: 500 },
    ...others,
  ]);
  const today = callAs(forum.owner);
  await aClearance(today, { dealId });
  await sealAndPublish(today, await anAllocation(today, { dealId }));
  draftId = (await draftDeal(today, { title: "Not sealed" })).id;
}, 120_000);

const ask = (handle: string, platform = host) => lookUp(nobody, { platform, handle });

describe("a name on a platform", () => {
  test("before the money is in: coming, and nothing held", async () => {
    const { seats } = await ask("Bob ");
    expect(seats).toMatchObject([{ name: "bob", standing: "unclaimed", deals: 1, held: [] }]);
    expect(seats[0]?.coming).toEqual([
      { currency: "USD", minor: null, atLeastMinor: expect.stringMatching(/^10{4,}$/) },
    ]);
  });

  test("once the money is in: its order of magnitude to everybody, to the cent for who is signed in", async () => {
    await fund(dealId);
    await postFunded(dealId);
    const { seats } = await ask("u/BOB");
    const share = await db.prisma.allocationShare.findFirstOrThrow({ where: { contributor: "bob" } });
    expect(seats).toEqual([
      {
        platform: { id: forum.id, name: "Quay Forum", host },
        name: "bob",
        standing: "unclaimed",
        deals: 1,
        held: [{ currency: "USD", minor: null, atLeastMinor: String(stepOf(share.minor)) }],
        coming: [],
      },
    ]);
    expect(JSON.stringify(seats)).not.toContain(String(share.minor));
    const signedIn = callAs(await actorFor((await aPerson()).id));
    const own = await lookUp(signedIn, { platform: host, handle: "bob" });
    expect(own.seats[0]?.held).toMatchObject([{ currency: "USD", minor: String(share.minor) }]);
  });

  test("that somebody has proved: that, and nothing else, in any deal or in none", async () => {
    await aVerifiedHandle(await actorFor((await aPerson()).id), forum, "zoe");
    const [ada, zoe] = [await ask("ada"), await ask("zoe")];
    const nothing = { standing: "claimed", deals: null, held: [], coming: [] };
    expect(ada.seats).toMatchObject([nothing]);
    expect({ ...ada, asked: "", seats: [{ ...ada.seats[0], name: "" }] }).toEqual({
      ...zoe,
      asked: "",
      seats: [{ ...zoe.seats[0], name: "" }],
    });
  });

  test("that is in no deal has the form of one that is; parts and patterns of names find nothing", async () => {
    for (const name of ["bo", "bo%", "b_b", "%", "bob' OR 1=1", "*"]) {
      const { seats } = await ask(name);
      expect(seats, name).toMatchObject([{ standing: "unclaimed", deals: 0, held: [], coming: [] }]);
    }
  });

  test("a claim without proof changes nothing that others see", async () => {
    const { claimHandle } = await import("@/modules/handles/claim/claim-handle");
    const before = await ask("bob");
    await claimHandle(callAs(await actorFor((await aPerson()).id)), { platformId: forum.id, name: "bob" });
    expect(await ask("bob")).toEqual(before);
  });

  test("needs a platform that is here, by id, host or exact name", async () => {
    for (const platform of [forum.id, host, `https://www.${host}/`, "quay forum"])
      expect((await ask("bob", platform)).platform?.id).toBe(forum.id);
    for (const platform of ["Quay", "", "quay%", "quay_forum", draftId])
      await expect(ask("bob", platform)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(ask("\u200b")).rejects.toMatchObject({ detail: { field: "handle" } });
    expect((await lookUpPlatforms(nobody, {})).items).toContainEqual({
      id: forum.id,
      name: "Quay Forum",
      host,
    });
  });
});

describe("an address, a book", () => {
  test("a profile page is its handle; another page of the platform names the platform only", async () => {
    const profile = await lookUp(nobody, { address: `https://${host}/user/bob` });
    expect(profile.seats).toMatchObject([{ name: "bob", deals: 1 }]);
    const post = await lookUp(nobody, { address: `${host}/posts/1` });
    expect(post).toMatchObject({ platform: { id: forum.id }, seats: [] });
  });

  test("a domain is a name on the open web; a page under a registered folder is registered, never whose", async () => {
    await aWork(await actorFor((await aPerson()).id), {
      identifiers: [
        { scheme: "url_prefix", value: "https://essays.example/2026/" },
        { scheme: "isbn", value: "978-0-306-40615-7" },
      ],
    });
    const page = await lookUp(nobody, { address: "https://essays.example/2026/one/two" });
    expect(page).toMatchObject({ seats: [{ platform: { id: "web" } }], work: { registered: true } });
    const other = await lookUp(nobody, { address: "https://essays.example/2025/one" });
    expect(other.work).toMatchObject({ registered: false });
    expect((await lookUp(nobody, { work: "0-306-40615-2" })).work).toEqual({
      scheme: "isbn",
      value: "9780306406157",
      registered: true,
    });
    await expect(lookUp(nobody, { work: "9780306406158" })).rejects.toMatchObject({
      detail: { reason: "isbn" },
    });
  });
});

describe("the register", () => {
  test("has sealed deals with facts that add up, and no contributor in them", async () => {
    const { items } = await listRegister(nobody, { platform: host });
    expect(items.map(({ id }) => id)).toEqual([dealId]);
    const deal = await getRegisterDeal(nobody, { dealId });
    const minor = (money: { minor: string } | undefined) => BigInt(money?.minor ?? 0);
    const { fee, retained, contributorsPart, parts, waiting } = deal.money;
    expect(minor(fee) + minor(retained) + minor(contributorsPart)).toBe(minor(deal.gross));
    expect(minor(parts?.shares) + minor(parts?.reserve)).toBe(minor(contributorsPart));
    expect(minor(waiting?.claimed) + minor(waiting?.unclaimed) + minor(waiting?.held)).toBe(
      minor(parts?.shares),
    );
    const ada = await db.prisma.allocationShare.findFirstOrThrow({ where: { contributor: "ada" } });
    expect(minor(waiting?.claimed)).toBe(ada.minor);
    expect(deal.contributors).toBe("24");
    expect(JSON.stringify(deal)).not.toMatch(/"ada"|"bob"|"per_[0-9]/);
    expect((await featuredDeal(nobody, {})).deal?.id).toBe(dealId);
  });

  test("does not know drafts and deals under notice, and filters", async () => {
    const noticed = await noticedDeal(callAs(forum.owner), { title: "Under notice" });
    for (const id of [draftId, noticed.id, "deal_none"])
      await expect(getRegisterDeal(nobody, { dealId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await cancelDealOf(callAs(forum.owner), noticed.id);
    expect((await listRegister(nobody, { q: "Under notice" })).items).toEqual([]);
    expect((await listRegister(nobody, { q: "archive", use: "pretraining" })).items).toHaveLength(1);
    expect((await listRegister(nobody, { use: "indexing" })).items).toEqual([]);
    expect((await listRegister(nobody, { weights: "open" })).items).toEqual([]);
    expect((await listRegister(nobody, { platform: "nowhere.example" })).items).toEqual([]);
    await expect(listRegister(nobody, { cursor: "x" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  test("says nothing of parts of the shares where few contribute", async () => {
    const call = callAs(forum.owner);
    const small = await noticedDeal(call, { title: "Few", basis: "consent" });
    await aReadyManifest({ dealId: small.id, organisationId: forum.id }, [{ contributor: "ada", tokens: 1 }]);
    await aClearance(call, { dealId: small.id });
    const allocationId = await anAllocation(call, { dealId: small.id }).catch(() => null);
    if (allocationId === null) return; // nothing was cleared: no consent, no deal
    await sealAndPublish(call, allocationId);
    expect((await getRegisterDeal(nobody, { dealId: small.id })).money.waiting).toBeNull();
  });
});

describe("whose platform is looked at", () => {
  const stand = (facts: { state: string; verifiedAt: Date | null }) =>
    db.prisma.organisation.update({ where: { id: forum.id }, data: facts });
  const listed = async () => (await listRegister(nobody, {})).items.map(({ id }) => id);
  const ownAddress = "https://sailor.example/";
  const seatThere = async () =>
    (await lookUp(nobody, { address: ownAddress })).seats.some(({ platform }) => platform.id === forum.id);

  test("what a platform sealed stays public when it is no longer verified, and is not when it never was", async () => {
    const { verifiedAt } = await db.prisma.organisation.findUniqueOrThrow({ where: { id: forum.id } });
    expect(verifiedAt).not.toBeNull();
    await stand({ state: "suspended", verifiedAt });
    expect(await listed()).toContain(dealId);
    expect(await getRegisterDeal(nobody, { dealId })).toMatchObject({ id: dealId });
    await stand({ state: "unverified", verifiedAt: null });
    expect(await listed()).not.toContain(dealId);
    await expect(getRegisterDeal(nobody, { dealId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await featuredDeal(nobody, {})).deal?.id).not.toBe(dealId);
    await stand({ state: "verified", verifiedAt });
  });

  test("a platform that says its contributors are host names is asked only once it was verified", async () => {
    const rule = { profileTemplate: null, namesAreHosts: true, pageCode: true };
    await setProofRule(callAs(forum.owner), { organisationId: forum.id, ...rule });
    const share = await db.prisma.allocationShare.findFirstOrThrow({ where: { contributor: "bob" } });
    await db.prisma.allocationShare.create({ data: { ...share, contributor: "sailor.example" } });
    expect(await seatThere()).toBe(true);
    await stand({ state: "unverified", verifiedAt: null });
    expect(await seatThere()).toBe(false);
  });
});
