import type { Prisma } from "@/infra/db/db";
import { engineMemoryBytes } from "@/infra/engine/engine";
import { command } from "@/infra/verb/command";
import { startJob } from "@/infra/work/queue";
import { actorName, personIdOf } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { consentRequestOf } from "@/modules/deals/domain/state/deal";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { latestReadyManifest, readyManifest } from "@/modules/manifests/read/ready-manifest";
import { engineNeedMb } from "../domain/engine-need";
import { ClearanceEvents } from "../events";
import { ClearanceJobs } from "../jobs";
import { insertClearance } from "../repository";
import { RunClearanceRequest, RunClearanceResponse } from "../schema";
import { CLEARANCE_PHASES } from "./clear-manifest";

/** Asks for everybody's answer to a deal about a manifest, as of an instant. The work is a job; this records the question. */
export const runClearance = command({
  name: "clearance.run",
  scope: "clearance:write",
  input: RunClearanceRequest,
  output: RunClearanceResponse,
  async run({ tx, actor, now }, input) {
    const deal = await dealFor(actor, input.dealId, "clearance:write", tx);
    const asOf = input.asOf === undefined ? now : new Date(input.asOf);
    if (asOf > now)
      throw new DomainError("INVALID_INPUT", "asOf: terms cannot be asked about before they are given.", {
        faults: [{ path: "asOf", message: "Give an instant that has passed." }],
      });
    if (deal.state === "cancelled")
      throw new DomainError("DEAL_STATE", "This deal is cancelled; nothing is cleared for it any more.");
    const manifest = await (input.manifestId === undefined
      ? latestReadyManifest(deal.id)
      : readyManifest(input.manifestId));
    if (manifest.dealId !== deal.id) throw notFound("manifest");
    refuseBeyondMemory(manifest.contributors);
    const id = newId("clearance", now);
    const { at: _, ...request } = consentRequestOf(deal, asOf);
    const jobId = await startJob(tx, ClearanceJobs.run, {
      subject: id,
      organisationId: deal.platformId,
      personId: personIdOf(actor),
      phases: CLEARANCE_PHASES,
      input: { clearanceId: id, dealId: deal.id },
      now,
    });
    await insertClearance(tx, {
      id,
      dealId: deal.id,
      manifestId: manifest.id,
      manifestSha256: manifest.sha256,
      organisationId: deal.platformId,
      dealVersion: deal.version,
      basis: deal.basis,
      weighting: deal.weighting,
      request: request as unknown as Prisma.InputJsonObject,
      asOf,
      state: "queued",
      jobId,
      createdBy: actorName(actor),
      createdAt: now,
    });
    return {
      value: { id, jobId },
      events: [ClearanceEvents.requested({ clearanceId: id, dealId: deal.id })],
      audit: {
        subject: id,
        organisationId: deal.platformId,
        detail: { manifestId: manifest.id, asOf: asOf.toISOString() },
      },
    };
  },
});

/** Refused before it begins: a run that ends for want of memory after minutes helps nobody. */
function refuseBeyondMemory(contributors: bigint): void {
  const memoryMb = Number(engineMemoryBytes() / 2n ** 20n);
  const neededMb = Number(engineNeedMb(contributors));
  if (neededMb <= memoryMb) return;
  throw new DomainError(
    "ENGINE_MEMORY",
    `This manifest names ${contributors.toLocaleString("en")} contributors. Clearing them takes ${neededMb.toLocaleString("en")} MiB of memory, and the engine may use ${memoryMb.toLocaleString("en")}. The operator can raise REMIT_ENGINE_MEMORY_MB.`,
    { detail: { memoryMb, neededMb } },
  );
}
