import { beforeAll, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { getMyDeal } from "@/modules/deals/contributor/contributor-queries";
import { aClearance, anAllocation, aReadyManifest, sealAndPublish } from "@/test/factories/allocation";
import { somePersonTerms } from "@/test/factories/consent";
import { noticedDeal } from "@/test/factories/deals";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { manyVerifiedHandles } from "@/test/factories/works";
import { myEstimate } from "./queries/estimate";
import { explainPayment } from "./queries/own-share";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
let people: Record<"ada" | "eve" | "nil", string>;
let deal: { id: string; platform: Awaited<ReturnType<typeof anOrganisation>> };

beforeAll(async () => {
  const platform = await anOrganisation({ name: "Preview Forum" });
  const [ada, eve, nil] = [(await aPerson()).id, (await aPerson()).id, (await aPerson()).id];
  people = { ada, eve, nil };
  const held = Object.entries(people).map(([name, personId]) => ({ name, personId }));
  await manyVerifiedHandles(platform.id, held, LONG_AGO);
  await somePersonTerms(eve, "never", LONG_AGO);
  const earlier = { ...callAs(platform.owner), now: new Date(Date.now() - 20 * 86_400_000) };
  const { id } = await noticedDeal(earlier, {
    basis: "platform_terms",
    noticeDays: 7,
    weighting: "per_token",
  });
  await aReadyManifest({ dealId: id, organisationId: platform.id }, [
    { contributor: "ada", tokens: 300 },
    { contributor: "eve", tokens: 100 },
    { contributor: "somebody", tokens: 77 },
  ]);
  deal = { id, platform };
});

test("before the seal everybody sees their own part of the preview, and what it rests on", async () => {
  const as = async (who: keyof typeof people) => callAs(await actorFor(people[who]));
  const estimate = async (who: keyof typeof people) => myEstimate(await as(who), { dealId: deal.id });
  expect(await estimate("ada")).toBeNull();

  const owner = callAs(deal.platform.owner);
  await aClearance(owner, { dealId: deal.id });
  await anAllocation(owner, { dealId: deal.id, weighting: "equal" });
  expect(await estimate("ada")).toBeNull(); // What other rules would give is no estimate.
  const allocationId = await anAllocation(owner, { dealId: deal.id });
  const { asOf } = await db.prisma.clearance.findFirstOrThrow({ where: { dealId: deal.id } });
  const ada = await estimate("ada");
  expect(ada).toMatchObject({ standing: "in", items: "1", asOf: asOf.toISOString() });
  expect(await estimate("eve")).toMatchObject({
    standing: "out",
    manifestItems: "1",
    amount: { minor: "0" },
  });
  expect(await estimate("nil")).toMatchObject({ standing: "absent", manifestItems: "0" });
  // Silence is in on the platform's terms, and the reason does not say the opposite.
  const [standing] = (await getMyDeal(await as("ada"), { dealId: deal.id })).standings;
  expect(standing).toMatchObject({ verdict: "unset", included: "yes" });
  expect(standing?.words).toContain("you are included unless you object");

  await sealAndPublish(owner, allocationId);
  expect(await estimate("ada")).toBeNull();
  const payment = await explainPayment(await as("ada"), { allocationId });
  expect(ada?.amount).toEqual(payment.amount);
});
