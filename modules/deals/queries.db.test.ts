import { beforeAll, describe, expect, test } from "vitest";
import { forgetEnv } from "@/infra/env";
import type { CallContext } from "@/infra/verb/command";
import { aHeldHandle, aPersonActor } from "@/test/factories/consent";
import { draftDeal, noticedDeal } from "@/test/factories/deals";
import { anApiKey, anOrganisation, callAs } from "@/test/factories/parties";
import { chooseForDeal } from "./contributor/choose-for-deal";
import { dealDefaults } from "./platform/instance-fee";
import { getDealAnswers, listLicenseeChoices } from "./queries";

let platform: CallContext;
let platformId: string;
let stranger: CallContext;
const nobody = callAs({ kind: "anonymous" });

beforeAll(async () => {
  const forum = await anOrganisation();
  [platform, platformId] = [callAs(forum.owner), forum.id];
  stranger = callAs((await anOrganisation()).owner);
});

describe("how contributors answered", () => {
  test("is counted by their last answer, and names nobody", async () => {
    const deal = await noticedDeal(platform, { noticeDays: 14 });
    const answers = () => getDealAnswers(platform, { dealId: deal.id });
    expect(await answers()).toEqual({ objected: 0, joined: 0 });
    const people = [aPersonActor(), aPersonActor(), aPersonActor()] as const;
    for (const { personId } of people) await aHeldHandle({ personId, platformId });
    const choose = (at: 0 | 1 | 2, choice: "object" | "join" | "neutral") =>
      chooseForDeal(callAs(people[at]), { dealId: deal.id, choice });
    await choose(0, "object");
    await choose(1, "object");
    await choose(2, "join");
    expect(await answers()).toEqual({ objected: 2, joined: 1 });
    await choose(0, "join");
    await choose(1, "neutral");
    expect(await answers()).toEqual({ objected: 0, joined: 2 });
  });

  test("is counted per deal", async () => {
    const [one, two] = [
      await noticedDeal(platform, { noticeDays: 14 }),
      await noticedDeal(platform, { noticeDays: 14 }),
    ];
    const person = aPersonActor();
    await aHeldHandle({ personId: person.personId, platformId });
    await chooseForDeal(callAs(person), { dealId: one.id, choice: "object" });
    expect(await getDealAnswers(platform, { dealId: two.id })).toEqual({ objected: 0, joined: 0 });
  });

  test("is not there for another platform, and nobody reads it without signing in", async () => {
    const { id: dealId } = await noticedDeal(platform, { noticeDays: 14 });
    await expect(getDealAnswers(stranger, { dealId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getDealAnswers(platform, { dealId: "deal_nowhere" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(getDealAnswers(nobody, { dealId })).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });
});

describe("the labs a deal can be made with", () => {
  test("are the verified ones, by name", async () => {
    const [zeta, alpha] = [
      await anOrganisation({ kind: "lab", name: "Zeta Lab" }),
      await anOrganisation({ kind: "lab", name: "Alpha Lab" }),
    ];
    await anOrganisation({ kind: "lab", name: "Not Verified Lab", verified: false });
    const { items } = await listLicenseeChoices(platform, {});
    expect(items).toEqual([
      { id: alpha.id, name: "Alpha Lab" },
      { id: zeta.id, name: "Zeta Lab" },
    ]);
  });

  test("are for callers who may read deals", async () => {
    await expect(listLicenseeChoices(nobody, {})).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    const { id, owner } = await anOrganisation();
    const { actor } = await anApiKey(owner, { organisationId: id, scopes: ["parties:read"] });
    await expect(listLicenseeChoices(callAs(actor), {})).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(dealDefaults(callAs(actor), {})).rejects.toMatchObject({ code: "SCOPE_MISSING" });
  });
});

test("a new deal gets the fee of this instance, and keeps it when the setting changes", async () => {
  expect(await dealDefaults(platform, {})).toEqual({ operatorFeeBps: 300 });
  const before = await draftDeal(platform);
  process.env.REMIT_FEE_BPS = "125";
  forgetEnv();
  expect(await dealDefaults(platform, {})).toEqual({ operatorFeeBps: 125 });
  const after = await draftDeal(platform);
  expect([before, after].map((deal) => deal.operatorFeeBps)).toEqual([300, 125]);
});
