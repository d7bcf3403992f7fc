import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import { runJob } from "@/infra/work/job-run";
import { cancelJob } from "@/modules/jobs/cancel-job";
import { getJob } from "@/modules/jobs/queries";
import { retryJob } from "@/modules/jobs/retry-job";
import { checkManifest } from "@/modules/manifests/check/check-manifest";
import { getManifest } from "@/modules/manifests/read/queries";
import { draftDeal } from "@/test/factories/deals";
import { checkNow, sendManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { endCancelled, endLostJobs } from "./end-unrun-jobs";

let platform: CallContext;
beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
});

const TEXT = "contributor,content_id,created_at,tokens\nann,p1,1300000000,5\n";
const send = async (dealId: string) => sendManifest(platform, dealId, TEXT);
const sent = async () => {
  const dealId = (await draftDeal(platform)).id;
  return { dealId, ...(await send(dealId)) };
};
const endings = async (jobId: string) =>
  (await db.prisma.outboxEvent.findMany({ where: { type: "jobs.ended" } })).filter(
    ({ payload }) => (payload as { jobId?: string }).jobId === jobId,
  ).length;
const onQueue = (jobId: string, change: string) =>
  db.pool.query(`UPDATE graphile_worker._private_jobs SET ${change} WHERE payload->>'jobId' = $1`, [jobId]);

describe("a job whose workers died, attempt after attempt", () => {
  test("ends as failed, with what it worked on, and can be started again", async () => {
    const { id, jobId } = await sent();
    await db.prisma.jobRun.update({ where: { id: jobId }, data: { state: "running", attempts: 8 } });
    await onQueue(jobId, "attempts = max_attempts - 1");
    await endLostJobs();
    expect(await getJob(platform, { jobId })).toMatchObject({ state: "running" });
    await onQueue(jobId, "attempts = max_attempts, locked_at = now(), locked_by = 'living'");
    await endLostJobs();
    expect(await getJob(platform, { jobId })).toMatchObject({ state: "running" });
    await onQueue(jobId, "locked_at = NULL, locked_by = NULL");
    await endLostJobs();
    expect(await getJob(platform, { jobId })).toMatchObject({ state: "failed", error: { code: "INTERNAL" } });
    expect(await getManifest(platform, { manifestId: id })).toMatchObject({
      state: "failed",
      failure: { code: "INTERNAL" },
    });
    expect(await endings(jobId)).toBe(1);

    await retryJob(platform, { jobId });
    await endLostJobs();
    expect(await getJob(platform, { jobId })).toMatchObject({ state: "queued" });
    expect(await checkNow(platform, id)).toMatchObject({ state: "ready", accepted: "1" });
  });
});

describe("a job that is cancelled while it waits", () => {
  test("ends immediately, once, and the same file can be sent again", async () => {
    const { id, jobId, dealId } = await sent();
    await endCancelled(platform, { jobId });
    expect(await getJob(platform, { jobId })).toMatchObject({ state: "queued" });
    await cancelJob(platform, { jobId });
    await endCancelled(platform, { jobId });
    await endCancelled(platform, { jobId });
    await runJob(jobId, checkManifest, true); // Its turn on the queue comes all the same.
    expect(await getJob(platform, { jobId })).toMatchObject({ state: "cancelled" });
    expect(await getManifest(platform, { manifestId: id })).toMatchObject({ state: "cancelled" });
    expect(await endings(jobId)).toBe(1);
    const again = await send(dealId);
    expect(again).toMatchObject({ id, created: false });
    expect(await checkNow(platform, id)).toMatchObject({ state: "ready" });
  });

  test("does not take a second upload with it that comes before it has ended", async () => {
    const { id, jobId, dealId } = await sent();
    await cancelJob(platform, { jobId });
    const again = await send(dealId);
    expect(again.id).toBe(id);
    expect(again.jobId).not.toBe(jobId);
    await endCancelled(platform, { jobId });
    expect(await getJob(platform, { jobId })).toMatchObject({ state: "cancelled" });
    expect(await getManifest(platform, { manifestId: id })).toMatchObject({ state: "queued" });
    expect(await checkNow(platform, id)).toMatchObject({ state: "ready", jobId: again.jobId });
  });

  test("is left to its worker while one has it", async () => {
    const { jobId } = await sent();
    await onQueue(jobId, "locked_at = now(), locked_by = 'living'");
    await cancelJob(platform, { jobId });
    await endCancelled(platform, { jobId });
    expect(await getJob(platform, { jobId })).toMatchObject({ state: "queued", cancelRequested: true });
  });
});
