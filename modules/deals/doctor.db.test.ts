import { expect, test } from "vitest";
import { db } from "@/infra/db";
import { callAt, dealWorld, later } from "@/test/factories/deal-world";
import { draftDeal, fundedDeal, noticedDeal, reportedDeal } from "@/test/factories/deals";
import { amendDeal } from "./amend-deal";
import { cancelDeal } from "./cancel-deal";
import { disputeDeal } from "./dispute-deal";
import { dealChecks } from "./doctor";
import { editDeal } from "./edit-deal";
import { endDispute } from "./end-dispute";

const { platform, operatorCall } = await dealWorld();
const faults = async () =>
  (await Promise.all(dealChecks.map((check) => check.run()))).map((r) => r.faults.length);

test("whatever verbs do to deals, their histories hold; what is changed beside the verbs is found", async () => {
  const draft = await draftDeal(platform);
  await editDeal(platform, { dealId: draft.id, title: "Other", gross: "7" });
  await cancelDeal(platform, { dealId: (await reportedDeal(platform)).id });
  const noticed = await noticedDeal(platform, { noticeDays: 9 });
  await amendDeal(callAt(platform.actor, later(2)), { dealId: noticed.id, weights: "open", note: "n" });
  const funded = await fundedDeal(platform);
  await disputeDeal(operatorCall, { dealId: funded.id, note: "n" });
  await endDispute(operatorCall, { dealId: funded.id, note: "n" });
  expect(await faults()).toEqual([0, 0, 0, 0]);
  await db.pool.query("UPDATE deal SET gross_minor = 8 WHERE id = $1", [draft.id]);
  expect(await faults()).toEqual([0, 0, 1, 0]);
  await db.pool.query("UPDATE deal SET state = 'reported' WHERE id = $1", [draft.id]);
  expect(await faults()).toEqual([1, 0, 1, 0]);
});
