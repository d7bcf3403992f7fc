import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/kernel/actor";
import { termsAtAGlance } from "@/modules/consent/queries/terms-at-a-glance";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { claimHandle } from "@/modules/handles/claim/claim-handle";
import { contributorHolder } from "@/modules/handles/domain/handle-name";
import { readBalances } from "@/modules/ledger/queries/statement";
import { noticedDeal } from "@/test/factories/deals";
import { aFundedPool, anAllocation, anEntry } from "@/test/factories/ledger";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { anAttestingPlatform, aVerifiedHandle } from "@/test/factories/works";
import { dealNames, myEarnings } from "./queries/earnings";
import { myHandlesAndMoney } from "./queries/own-handles";

let ada: Actor;
let stranger: Actor;
let dealId: string;
let title: string;

beforeAll(async () => {
  const person = await aPerson();
  ada = await actorFor(person.id);
  stranger = await actorFor((await aPerson()).id);
  const platform = await anOrganisation();
  const deal = await noticedDeal(callAs(platform.owner), {});
  dealId = deal.id;
  title = deal.title;
  await aFundedPool(dealId, 900n);
  await anAllocation(dealId, [
    { holder: `person:${person.id}`, minor: 400n },
    { holder: "handle:org_p:zoe", minor: 500n },
  ]);
  await anEntry(
    [
      { account: "payable", holder: `person:${person.id}`, dealId, currency: "USD", minor: 100n },
      { account: "bank", holder: "remit", dealId, currency: "USD", minor: -100n },
    ],
    { cause: "payout", effectiveAt: new Date("2026-03-20T12:00:00Z") },
  );
}, 60_000);

test("earnings are what became one's own, named by deal; a payment out takes nothing from them", async () => {
  const { items } = await myEarnings(callAs(ada), {});
  expect(items).toMatchObject([
    { month: "2026-03", amount: { currency: "USD", minor: "400" }, deal: { id: dealId, title } },
  ]);
  expect((await myEarnings(callAs(stranger), {})).items).toEqual([]);
  await expect(myEarnings(callAs({ kind: "anonymous" }), {})).rejects.toMatchObject({
    code: "NOT_SIGNED_IN",
  });
});

test("a deal is named to those alone on whose books it is", async () => {
  expect((await dealNames(callAs(ada), { dealIds: [dealId, "deal_none"] })).items).toMatchObject([
    { id: dealId, title },
  ]);
  expect((await dealNames(callAs(stranger), { dealIds: [dealId] })).items).toEqual([]);
});

test("a home shows living claims, what waits for them, and terms in a word", async () => {
  const platform = await anAttestingPlatform();
  const { id } = await claimHandle(callAs(ada), { platformId: platform.id, name: "Iris" });
  await anEntry([
    { account: "bank", holder: "remit", dealId: null, currency: "USD", minor: 70n },
    {
      account: "unclaimed",
      holder: contributorHolder(platform.id, "iris"),
      dealId: null,
      currency: "USD",
      minor: -70n,
    },
  ]);
  expect((await myHandlesAndMoney(callAs(ada), {})).items).toMatchObject([
    { handleId: id, shownName: "Iris", state: "pending", waiting: [{ currency: "USD", minor: "70" }] },
  ]);
  expect((await myHandlesAndMoney(callAs(stranger), {})).items).toEqual([]);
  expect(await termsAtAGlance(callAs(ada), {})).toEqual({ general: null, narrower: 0 });
  await setTerms(callAs(ada), { preset: "open_or_pay" });
  expect(await termsAtAGlance(callAs(ada), {})).toMatchObject({
    general: {
      open: { says: "free" },
      closed: { says: "priced", fromMicros: "10000", toMicros: "10000" },
      limits: null,
    },
    narrower: 0,
  });
  expect(await termsAtAGlance(callAs(stranger), {})).toEqual({ general: null, narrower: 0 });
});

test("what is on hold for a disputed handle is shown to those who dispute it, and is in nobody's balance", async () => {
  const platform = await anAttestingPlatform();
  const person = await actorFor((await aPerson()).id);
  await aVerifiedHandle(person, platform, "contested");
  await aVerifiedHandle(await actorFor((await aPerson()).id), platform, "contested");
  await anEntry([
    { account: "bank", holder: "remit", dealId: null, currency: "KWD", minor: 1_234n },
    {
      account: "held",
      holder: contributorHolder(platform.id, "contested"),
      dealId: null,
      currency: "KWD",
      minor: -1_234n,
    },
  ]);
  expect((await myHandlesAndMoney(callAs(person), {})).items).toMatchObject([
    { state: "disputed", waiting: [], held: [{ currency: "KWD", minor: "1234" }] },
  ]);
  expect((await readBalances(callAs(person), {})).items).toEqual([]);
});
