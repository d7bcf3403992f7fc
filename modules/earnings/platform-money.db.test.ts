import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import { fund, postFunded } from "@/test/factories/allocation";
import { draftDeal, noticedDeal, reportedDeal, sealedDeal } from "@/test/factories/deals";
import { aMember, anApiKey, anOrganisation, callAs } from "@/test/factories/parties";
import { aSealedDeal, type SealedDeal } from "@/test/factories/sealed-deal";
import { jointParts } from "./queries/joint-parts";
import { platformMoney } from "./queries/platform-money";

let world: SealedDeal;
let platform: CallContext;
let organisationId: string;
beforeAll(async () => {
  world = await aSealedDeal({ gross: "1000.00" });
  [platform, organisationId] = [callAs(world.platform.owner), world.platform.id];
}, 60_000);

const usd = async () => {
  const { currencies } = await platformMoney(platform, { organisationId });
  const found = currencies.find(({ currency }) => currency === "USD");
  if (found === undefined) throw new Error("no USD");
  return found;
};
const NOTHING = { deals: 0, minor: "0" };

describe("a platform's money", () => {
  test("is promised, then expected, then received, and never two of them", async () => {
    expect(await usd()).toMatchObject({
      agreed: NOTHING,
      expected: { deals: 1, minor: "100000" },
      received: NOTHING,
      payableMinor: "0",
    });
    const agreed = [
      await reportedDeal(platform, { gross: "10.00" }),
      await noticedDeal(platform, { gross: "0.50" }),
    ];
    await draftDeal(platform, { gross: "77.00" });
    expect((await usd()).agreed).toEqual({ deals: agreed.length, minor: "1050" });
    await fund(world.dealId);
    expect(await usd()).toMatchObject({
      expected: NOTHING,
      received: { deals: 1, minor: "100000" },
      undividedMinor: "100000",
      feeMinor: "0",
    });
  });

  test("is on the books by what may be done with it once it is divided, and adds up to the gross", async () => {
    await postFunded(world.dealId);
    const money = await usd();
    expect(money).toMatchObject({ feeMinor: "3000", retainedMinor: "50000", undividedMinor: "0" });
    const parts = [
      money.payableMinor,
      money.unclaimedMinor,
      money.heldMinor,
      money.reserveMinor,
      money.retainedMinor,
      money.feeMinor,
      money.undividedMinor,
    ];
    expect(parts.reduce((sum, minor) => sum + BigInt(minor), 0n)).toBe(100_000n);
    expect(BigInt(money.payableMinor)).toBeGreaterThan(0n);
    expect(BigInt(money.heldMinor)).toBeGreaterThan(0n); // two co-authors have not accepted
  });

  test("is kept apart by currency", async () => {
    await sealedDeal(platform, { gross: "20.00", currency: "EUR" });
    const { currencies } = await platformMoney(platform, { organisationId });
    expect(currencies.map(({ currency, expected }) => [currency, expected.minor])).toEqual([
      ["EUR", "2000"],
      ["USD", "0"],
    ]);
  });

  test("is read by its own people, and not there for anybody else", async () => {
    const { actor: analyst } = await aMember(organisationId, "analyst");
    expect((await platformMoney(callAs(analyst), { organisationId })).currencies).not.toEqual([]);
    const other = await anOrganisation();
    for (const actor of [other.owner, world.ada])
      await expect(platformMoney(callAs(actor), { organisationId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    expect(await platformMoney(callAs(other.owner), { organisationId: other.id })).toEqual({
      currencies: [],
    });
    const { actor: key } = await anApiKey(world.platform.owner, { organisationId, scopes: ["deals:read"] });
    await expect(platformMoney(callAs(key), { organisationId })).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
  });
});

describe("what a person is paid as an author of shared works", () => {
  const parts = async (actor: Parameters<typeof callAs>[0], allocationIds = [world.allocationId]) =>
    (await jointParts(callAs(actor), { allocationIds })).items;

  test("is said per allocation, for those they name", async () => {
    const splits = await db.prisma.allocationSplit.findMany({
      where: { allocationId: world.allocationId },
    });
    const ada = world.ada.kind === "user" ? world.ada.personId : "";
    const own = splits.filter(({ personId }) => personId === ada).reduce((sum, { minor }) => sum + minor, 0n);
    expect(own).toBeGreaterThan(0n);
    expect(await parts(world.ada)).toEqual([{ allocationId: world.allocationId, minor: String(own) }]);
    expect(await parts(world.ada, [])).toEqual([]);
    expect(await parts(world.ada, ["alc_nowhere"])).toEqual([]);
  });

  test("is nothing for people who share in nothing, and for callers who are no person", async () => {
    expect(await parts(world.bob)).toEqual([]);
    expect(await parts(world.platform.owner)).toEqual([]);
    const { actor } = await anApiKey(world.platform.owner, { organisationId });
    expect(await parts(actor)).toEqual([]);
    await expect(parts({ kind: "anonymous" })).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });
});
