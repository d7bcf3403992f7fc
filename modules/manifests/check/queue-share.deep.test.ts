import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { LIMITS } from "@/kernel/limits";
import { draftDeal } from "@/test/factories/deals";
import { generateManifest, sendManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { endOfJob, startWorker, type WorkerProcess } from "@/test/factories/worker-process";

let worker: WorkerProcess;
let platform: CallContext;
beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
  worker = startWorker();
});
afterAll(() => worker.kill());
const newDeal = async (call = platform) => (await draftDeal(call)).id;
const HEADER = "contributor,url,created_at,tokens,title\n";

test("many large files of one organisation run one after the other, and another's small one does not wait for them", async () => {
  const large = await generateManifest({ path: await workFile(".csv"), rows: 300_000, format: "csv" });
  const other = callAs((await anOrganisation({ host: "other.example" })).owner);
  const theirs: string[] = [];
  for (let i = 0; i < 2 + LIMITS.heavyJobsAtOnce; i += 1)
    theirs.push((await sendManifest(platform, await newDeal(), { path: large })).jobId);
  const small = await sendManifest(
    other,
    await newDeal(other),
    `${HEADER}ann,https://forum.example/1,1300000000,5,t\n`,
  );
  await endOfJob(small.jobId);
  for (const jobId of theirs) await endOfJob(jobId);
  const times = async (id: string) => {
    const { startedAt, finishedAt } = await db.prisma.jobRun.findUniqueOrThrow({ where: { id } });
    return [startedAt?.getTime() ?? 0, finishedAt?.getTime() ?? 0] as const;
  };
  const [, smallEnd] = await times(small.jobId);
  const spans = (await Promise.all(theirs.map(times))).sort(([a], [b]) => a - b);
  expect(smallEnd).toBeLessThan(spans.at(-1)?.[1] ?? 0);
  for (const [i, [start]] of spans.entries()) expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0);
  const seconds = spans.map(([start, end]) => `${((end - start) / 1000).toFixed(1)} s`).join(", ");
  process.stdout.write(
    `${theirs.length} files of 300,000 rows, one at a time: ${seconds}; another's row was done before the last\n`,
  );
});
