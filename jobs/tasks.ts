import type { JobHandler } from "@/infra/work/job-run";
import type { JobKind } from "@/kernel/job-kinds";
import { computeAndDescribe } from "@/modules/allocation/run/describe-allocation";
import { publishShares } from "@/modules/allocation/seal/publish-shares";
import { clearManifest } from "@/modules/clearance/run/clear-manifest";
import { writeExport } from "@/modules/exports/write-export";
import { reverseLongEntry } from "@/modules/ledger/reverse/reverse-long-entry";
import { checkManifest } from "@/modules/manifests/check/check-manifest";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import { unpostAllocation } from "@/modules/settlement/posting/reverse-posting";
import { releaseReserve } from "@/modules/settlement/reserve/release-reserve";
import { spread } from "./notices/spread";

/** Long work by kind: what `startJob({kind})` puts on the queue is run by the handler here. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {
  "manifest.check": checkManifest,
  "clearance.run": clearManifest,
  "allocation.run": computeAndDescribe,
  "allocation.publish": publishShares,
  "allocation.post": postAllocation,
  "allocation.unpost": unpostAllocation,
  "allocation.release_reserve": releaseReserve,
  "ledger.reverse": reverseLongEntry,
  "notices.spread": spread,
  "exports.write": writeExport,
} satisfies Record<JobKind, JobHandler>;
