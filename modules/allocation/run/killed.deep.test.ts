import { type ChildProcess, spawn } from "node:child_process";
import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { JobHandler } from "@/infra/work/job-run";
import { sumOf } from "@/kernel/sum";
import { clearance } from "@/modules/clearance/queries";
import { clearManifest } from "@/modules/clearance/run/clear-manifest";
import { runClearance } from "@/modules/clearance/run/run-clearance";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import { startPosting } from "@/modules/settlement/posting/start-posting";
import {
  aClearance,
  anAllocation,
  aReadyManifest,
  fund,
  postFunded,
  runToEnd,
} from "@/test/factories/allocation";
import { somePersonTerms } from "@/test/factories/consent";
import { noticedDeal } from "@/test/factories/deals";
import { anOrganisation, callAs, SYSTEM } from "@/test/factories/parties";
import { manyVerifiedHandles } from "@/test/factories/works";
import { allocation } from "../queries/allocation";
import { publishShares } from "../seal/publish-shares";
import { sealAllocation } from "../seal/seal-allocation";
import { computeAllocation } from "./compute-allocation";
import { runAllocation } from "./run-allocation";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");

/** A worker that is killed (kill -9) around a phase of this job; afterwards the job is run as the next worker would. */
async function killedThenRun(jobId: string, kind: string, handler: JobHandler, phases: readonly string[]) {
  const moments = [...phases.map((phase) => [phase, "within"]), [phases.at(-1) ?? "", "after"]];
  for (const [phase = "", moment = ""] of moments) {
    const { signal, code } = await ended(
      spawn(process.execPath, ["--import", "tsx", "test/die-in-phase.ts", jobId, kind, phase, moment], {
        stdio: "ignore",
        env: process.env,
      }),
    );
    // A job that was done before it could be killed ends by itself: then nothing happened again.
    expect(signal === "SIGKILL" || code === 0).toBe(true);
  }
  await runToEnd(jobId, handler);
}

function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((done) => child.once("exit", (code, signal) => done({ code, signal })));
}

test("kill -9 in every phase, then restart: the same digests, one entry, one set of shares", async () => {
  const platform = await anOrganisation();
  const call = callAs(platform.owner);
  const people = Array.from({ length: 40 }, (_, i) => ({ name: `member_${i}`, personId: `per_${i}` }));
  await manyVerifiedHandles(platform.id, people, LONG_AGO);
  for (const { personId } of people.slice(0, 30)) await somePersonTerms(personId, "paid_anything", LONG_AGO);
  const deal = await noticedDeal(
    { ...call, now: new Date(Date.now() - 86_400_000) },
    { weighting: "score_log" },
  );
  const rows = Array.from({ length: 400 }, (_, i) => ({
    contributor: `member_${(i * i) % 47}`,
    tokens: 10 + (i % 90),
    score: (i % 13) - 3,
  }));
  await aReadyManifest({ dealId: deal.id, organisationId: platform.id }, rows);
  const calm = await clearance(call, { clearanceId: await aClearance(call, { dealId: deal.id }) });

  const disturbed = await runClearance(call, { dealId: deal.id, asOf: calm.asOf });
  await killedThenRun(disturbed.jobId, "clearance.run", clearManifest, [
    "freeze",
    "roll-up",
    "decide",
    "certify",
  ]);
  expect((await clearance(call, { clearanceId: disturbed.id })).digest).toBe(calm.digest);

  const first = await allocation(call, {
    allocationId: await anAllocation(call, { dealId: deal.id, clearanceId: calm.id }),
  });
  const second = await runAllocation(call, { dealId: deal.id, clearanceId: calm.id });
  await killedThenRun(second.jobId, "allocation.run", computeAllocation, ["weigh", "divide", "write"]);
  expect((await allocation(call, { allocationId: second.id })).digest).toBe(first.digest);

  const sealed = await sealAllocation(call, { allocationId: second.id });
  await killedThenRun(sealed.jobId, "allocation.publish", publishShares, ["write", "load"]);
  const shares = await db.prisma.allocationShare.aggregate({
    where: { allocationId: second.id },
    _sum: { minor: true },
    _count: true,
  });
  expect(String(shares._count)).toBe(first.totals?.contributors);
  expect(String(shares._sum.minor)).toBe(first.paid?.minor);

  await fund(deal.id);
  const { jobId } = await startPosting(callAs(SYSTEM), { dealId: deal.id });
  await killedThenRun(jobId ?? "", "allocation.post", postAllocation, ["post"]);
  await postFunded(deal.id);
  const entries = await db.prisma.entry.findMany({ where: { cause: "allocation", causeId: second.id } });
  expect(entries).toHaveLength(1);
  const lines = await db.prisma.line.findMany({ where: { entryNo: entries[0]?.no ?? 0n } });
  expect(sumOf(lines, (line) => line.minor)).toBe(0n);
  const payable = sumOf(
    lines.filter((line) => line.account === "payable"),
    (line) => line.minor,
  );
  expect(String(-payable)).toBe(first.paid?.minor);
}, 400_000);
