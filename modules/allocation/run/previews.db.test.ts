import { expect, test } from "vitest";
import { answerAsLicensee } from "@/modules/deals/licensee/answer-as-licensee";
import { giveNotice } from "@/modules/deals/platform/give-notice";
import { dealFlow } from "@/modules/earnings/queries/deal-flow";
import { aClearance, anAllocation, aReadyManifest, sealAndPublish } from "@/test/factories/allocation";
import { somePersonTerms } from "@/test/factories/consent";
import { reportedDeal } from "@/test/factories/deals";
import { anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { manyVerifiedHandles } from "@/test/factories/works";
import { allocation, dealAllocations } from "../queries/allocation";
import { runAllocation } from "./run-allocation";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");

test("a licensee reads the split that counts, and nothing that was only tried", async () => {
  const [platform, lab, ada] = await Promise.all([
    anOrganisation(),
    anOrganisation({ kind: "lab" }),
    aPerson(),
  ]);
  await manyVerifiedHandles(platform.id, [{ name: "ada", personId: ada.id }], LONG_AGO);
  await somePersonTerms(ada.id, "paid_anything", LONG_AGO);
  const call = callAs(platform.owner);
  const yesterday = new Date(Date.now() - 86_400_000);
  const { id: dealId, version } = await reportedDeal(
    { ...call, now: yesterday },
    { licenseeId: lab.id, licenseeName: undefined },
  );
  await answerAsLicensee({ ...callAs(lab.owner), now: yesterday }, { dealId, version, decision: "accept" });
  await giveNotice({ ...call, now: yesterday }, { dealId });
  await aReadyManifest({ dealId, organisationId: platform.id }, [{ contributor: "ada", tokens: 100 }]);
  await aClearance(call, { dealId });
  const own = await anAllocation(call, { dealId });
  const whatIf = await anAllocation(call, { dealId, contributorShareBps: 9_000 });
  // A what-if holds back no more than a deal may, and leaves the contributors at least the fee.
  const tried = (rules: object) => runAllocation(callAs(platform.owner), { dealId, ...rules });
  await expect(tried({ reserveBps: 5_001 })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    faults: [{ path: "reserveBps", because: "reserve_beyond" }],
  });
  await expect(tried({ contributorShareBps: 1 })).rejects.toMatchObject({
    faults: [{ path: "contributorShareBps", because: "share_below_fee" }],
  });
  const licensee = callAs(lab.owner);
  for (const allocationId of [own, whatIf])
    await expect(allocation(licensee, { allocationId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await dealAllocations(licensee, { dealId })).items).toEqual([]);
  expect(await dealFlow(licensee, { dealId })).toMatchObject({ source: "terms", allocationId: null });
  expect(await dealFlow(call, { dealId })).toMatchObject({ source: "preview", allocationId: own });
  expect((await dealAllocations(call, { dealId })).items).toHaveLength(2);

  await sealAndPublish(call, own);
  expect((await allocation(licensee, { allocationId: own })).id).toBe(own);
  expect((await dealAllocations(licensee, { dealId })).items.map(({ id }) => id)).toEqual([own]);
  expect(await dealFlow(licensee, { dealId })).toMatchObject({ source: "sealed", allocationId: own });
  await expect(allocation(licensee, { allocationId: whatIf })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
