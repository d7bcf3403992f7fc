import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { callAt, dealWorld, later } from "@/test/factories/deal-world";
import { draftDeal, noticedDeal, reportedDeal, sealedDeal } from "@/test/factories/deals";
import { dealChecks } from "./doctor";
import { disputeDeal } from "./operator/dispute-deal";
import { endDispute } from "./operator/end-dispute";
import { amendDeal } from "./platform/amend-deal";
import { cancelDeal } from "./platform/cancel-deal";
import { editDeal } from "./platform/edit-deal";

const { platform, operatorCall } = await dealWorld();
/** Names of the checks that find something. */
async function faulty(): Promise<string[]> {
  const results = await Promise.all(dealChecks.map(async (check) => ({ check, ...(await check.run()) })));
  return results.filter(({ faults }) => faults.length > 0).map(({ check }) => check.name);
}

test("no verb breaks the history of a deal, and the doctor finds a change that no verb made", async () => {
  const draft = await draftDeal(platform);
  await editDeal(platform, { dealId: draft.id, title: "Other", gross: "7" });
  await cancelDeal(platform, { dealId: (await reportedDeal(platform)).id });
  const noticed = await noticedDeal(platform, { noticeDays: 9 });
  await amendDeal(callAt(platform.actor, later(2)), { dealId: noticed.id, weights: "open", note: "n" });
  const disputed = await reportedDeal(platform);
  await disputeDeal(operatorCall, { dealId: disputed.id, note: "n" });
  await endDispute(operatorCall, { dealId: disputed.id, note: "n" });
  expect(await faulty()).toEqual([]);
  await db.pool.query("UPDATE deal SET gross_minor = 8 WHERE id = $1", [draft.id]);
  const version = "each deal has every version once, and says what the newest says";
  expect(await faulty()).toEqual([version]);
  await db.pool.query("UPDATE deal SET state = 'reported' WHERE id = $1", [draft.id]);
  expect(await faulty()).toEqual(["each deal stands where its history ends", version]);
  const { id } = await sealedDeal(platform);
  expect(await faulty()).toContain("sealed and later deals name a sealed allocation");
  await db.pool.query("UPDATE deal SET notice_ends_at = sealed_at + interval '1 day' WHERE id = $1", [id]);
  expect(await faulty()).toContain("no deal was sealed, or cleared for it, before its notice was over");
});
