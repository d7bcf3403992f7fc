import { expect, test } from "vitest";
import { z } from "zod";
import { transaction } from "@/infra/db/db";
import { job } from "@/infra/work/job-kind";
import { endUnrun, type JobHandle, runJob } from "@/infra/work/job-run";
import { startJob } from "@/infra/work/queue";
import type { JobKind } from "@/kernel/job-kinds";
import { operatorActor } from "@/test/factories/deals";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { cancelJob } from "./cancel-job";
import { getJob, listJobs } from "./queries";
import { retryJob } from "./retry-job";

const aJob = (organisationId: string, kind: JobKind) =>
  transaction((tx) =>
    startJob(tx, job(kind, z.object({})), {
      subject: "alc_1",
      organisationId,
      personId: null,
      phases: ["post"],
      input: {},
      now: new Date(),
    }),
  );

test.each(["allocation.post", "allocation.publish"] as const)(
  "a platform cannot stop %s; the operator can",
  async (kind) => {
    const platform = await anOrganisation();
    const jobId = await aJob(platform.id, kind);
    const call = callAs(platform.owner);
    expect((await getJob(call, { jobId })).mayCancel).toBe(false);
    expect((await listJobs(call, { organisationId: platform.id })).items).toMatchObject([
      { mayCancel: false },
    ]);
    await expect(cancelJob(call, { jobId })).rejects.toMatchObject({
      code: "JOB_NOT_CANCELLABLE",
      detail: { because: "job_must_end" },
    });
    expect((await getJob(call, { jobId })).cancelRequested).toBe(false);
    expect(await cancelJob(callAs(operatorActor()), { jobId })).toMatchObject({ cancelRequested: true });
  },
);

test("a platform does not start again what the operator stopped; the operator does", async () => {
  const platform = await anOrganisation();
  const jobId = await aJob(platform.id, "allocation.post");
  await cancelJob(callAs(operatorActor()), { jobId });
  await endUnrun(jobId, { run: async () => {}, ended: async () => {} });
  const call = callAs(platform.owner);
  expect(await getJob(call, { jobId })).toMatchObject({ state: "cancelled", mayRetry: false });
  await expect(retryJob(call, { jobId })).rejects.toMatchObject({
    code: "CONFLICT",
    detail: { because: "job_stopped_by_operator" },
  });
  expect(await getJob(callAs(operatorActor()), { jobId })).toMatchObject({ mayRetry: true });
  expect(await retryJob(callAs(operatorActor()), { jobId })).toMatchObject({ state: "queued" });
});

test("a cancel between two looks is seen by the look before the commit", async () => {
  const platform = await anOrganisation();
  const jobId = await aJob(platform.id, "allocation.run");
  let committed = false;
  const run = async (handle: JobHandle) => {
    await handle.goesOn();
    await cancelJob(callAs(platform.owner), { jobId });
    await handle.goesOn(); // Too soon after the first to look again.
    await handle.checkCancelled();
    committed = true;
  };
  await runJob(jobId, { run, ended: async () => {} }, true);
  expect(committed).toBe(false);
  expect((await getJob(callAs(platform.owner), { jobId })).state).toBe("cancelled");
});

test("a platform stops what it only tries", async () => {
  const platform = await anOrganisation();
  const jobId = await aJob(platform.id, "allocation.run");
  expect(await cancelJob(callAs(platform.owner), { jobId })).toMatchObject({
    cancelRequested: true,
    mayCancel: true,
  });
});
