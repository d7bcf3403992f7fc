import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import { runClearance } from "@/modules/clearance/run/run-clearance";
import { listJobs } from "@/modules/jobs/queries";
import { retryJob } from "@/modules/jobs/retry-job";
import { latestReadyManifest, readyManifest } from "@/modules/manifests/read/ready-manifest";
import { draftDeal, operatorActor } from "@/test/factories/deals";
import { aCheckedManifest, sendManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs, SYSTEM } from "@/test/factories/parties";
import { tellEnded } from "./notices/runs";

let platform: CallContext;
beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
});
const newDeal = async () => (await draftDeal(platform)).id;

const HEADER = "contributor,url,created_at,tokens\n";
const GOOD = `${HEADER}ann,https://forum.example/1,1300000000,5\n`;
const BAD = `${HEADER}ann,https://elsewhere.example/1,1300000000,5\nbob,https://elsewhere.example/2,never,x\n`;

const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => `w${n},https://forum.example/p/${n * 7919},1300000000,${n}`).join(
    "\n",
  );

describe("a manifest without a usable row", () => {
  test.each([
    ["all rows rejected", BAD, "2", "no_usable_rows"],
    ["no rows at all", HEADER, "0", "no_rows"],
  ])("(%s) is not ready, does not count, and cannot be cleared", async (_, content, received, cause) => {
    const dealId = await newDeal();
    const good = await aCheckedManifest(platform, dealId, GOOD);
    const bad = await aCheckedManifest(platform, dealId, content);
    expect(bad).toMatchObject({ state: "no_usable_rows", received, accepted: "0", failure: null });
    expect((await latestReadyManifest(dealId)).id).toBe(good.id);
    const refused = { code: "MANIFEST_STATE", detail: { because: "no_usable_rows" } };
    await expect(readyManifest(bad.id)).rejects.toMatchObject(refused);
    await expect(runClearance(platform, { dealId, manifestId: bad.id })).rejects.toMatchObject(refused);
    expect(await db.prisma.clearance.count({ where: { dealId } })).toBe(0);
    // The same file read the same way is that manifest, and its check is over.
    expect(await sendManifest(platform, dealId, content)).toMatchObject({ id: bad.id, created: false });
    // It is no failure of the instance, and its sender learns why no manifest came of it.
    const job = await db.prisma.jobRun.findUniqueOrThrow({ where: { id: bad.jobId ?? "" } });
    expect(job.state).toBe("succeeded");
    const event = { jobId: job.id, kind: job.kind, subject: bad.id, outcome: "succeeded" };
    await tellEnded(callAs(SYSTEM, { requestId: `evt_${bad.id}` }), event);
    const notice = await db.prisma.notice.findFirstOrThrow({ where: { link: { endsWith: bad.id } } });
    expect(notice).toMatchObject({ kind: "manifest_failed", params: { cause, file: "manifest" } });
  });

  test("is kept as it is by the database, and none is ready", async () => {
    const bad = await aCheckedManifest(platform, await newDeal(), BAD);
    await expect(
      db.pool.query("UPDATE manifest SET state = 'ready' WHERE id = $1", [bad.id]),
    ).rejects.toThrow();
    await expect(db.pool.query("UPDATE manifest SET accepted = 1 WHERE id = $1", [bad.id])).rejects.toThrow();
  });
});

describe("a customer's broken file", () => {
  test("is not for the operator, and is not checked a second time", async () => {
    const packed = gzipSync(GOOD + rows(200_000));
    const cut = await aCheckedManifest(platform, await newDeal(), packed.subarray(0, packed.length - 200));
    expect(cut).toMatchObject({ state: "failed", failure: { code: "MANIFEST_FORMAT" } });
    const operator = callAs(operatorActor());
    const failed = (forOperator: "true" | "false") =>
      listJobs(operator, { state: "failed", forOperator, limit: 100 }).then(({ items }) =>
        items.map(({ id }) => id),
      );
    expect(await failed("false")).toContain(cut.jobId);
    expect(await failed("true")).not.toContain(cut.jobId);
    const { items } = await listJobs(platform, { state: "failed", limit: 100 });
    expect(items.find(({ id }) => id === cut.jobId)).toMatchObject({ mayRetry: false });
    await expect(retryJob(platform, { jobId: cut.jobId ?? "" })).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { because: "job_would_fail_again" },
    });
    await db.prisma.jobRun.update({
      where: { id: cut.jobId ?? "" },
      data: { error: { code: "INTERNAL", message: "Something went wrong on our side." } },
    });
    expect(await failed("true")).toContain(cut.jobId);
  });
});
