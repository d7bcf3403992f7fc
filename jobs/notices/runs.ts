import { now } from "@/infra/clock";
import { db } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import { AllocationJobs } from "@/modules/allocation/jobs";
import { ClearanceJobs } from "@/modules/clearance/jobs";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { ExportJobs } from "@/modules/exports/jobs";
import { ManifestJobs } from "@/modules/manifests/jobs";
import { manifestToTell } from "@/modules/manifests/read/notice-data";
import type { NoticeKind, NoticeParams } from "@/modules/notices/domain/kinds";
import { tell } from "@/modules/notices/write/write-notices";
import { peopleOf } from "@/modules/parties/notice-data";

type Ended = Readonly<{ jobId: string; kind: string; subject: string; outcome: string }>;
type Work = Readonly<{
  done: NoticeKind;
  failed: NoticeKind;
  organisationId: string | null;
  starter: string | null;
  params: NoticeParams;
  link: string;
}>;

/**
 * Follows jobs.ended: a notice for the person who started the job. If a program started it, the organisation's owners and
 * admins get one of a failure, because nobody waits for it. A cancelled job sends none.
 */
export async function tellEnded(call: CallContext, event: Ended): Promise<void> {
  if (event.outcome === "cancelled") return;
  const failed = event.outcome === "failed";
  const work = await workOf(call, event);
  if (work === null) return;
  const { organisationId, starter, params, link } = work;
  const people =
    starter !== null
      ? [starter]
      : failed && organisationId !== null
        ? await peopleOf(organisationId, ["owner", "admin"])
        : [];
  await tell(
    { eventId: call.requestId, kind: failed ? work.failed : work.done, organisationId, at: now() },
    people.map((personId) => ({ personId, params, link })),
  );
}

async function workOf(call: CallContext, { jobId, kind, subject, outcome }: Ended): Promise<Work | null> {
  if (kind === ManifestJobs.check.kind) return manifestWork(call, subject);
  const job = await db.prisma.jobRun.findUnique({ where: { id: jobId } });
  if (job === null) return null;
  const { organisationId, personId: starter } = job;
  if (kind === ExportJobs.write.kind) {
    if (outcome === "failed") return null; // The list of copies says so, next to the button for a new one.
    const link = "/me/settings/export";
    return { done: "export_ready", failed: "export_ready", organisationId, starter, params: {}, link };
  }
  if (organisationId === null) return null;
  const at = `/o/${organisationId}`;
  switch (kind) {
    case ClearanceJobs.run.kind: {
      const { dealId } = ClearanceJobs.run.input.parse(job.input);
      const about = { organisationId, starter, params: await titleOf(call, dealId) };
      const link = `${at}/clearances/${subject}`;
      return { ...about, done: "clearance_done", failed: "clearance_failed", link };
    }
    case AllocationJobs.run.kind: {
      const { dealId } = AllocationJobs.run.input.parse(job.input);
      const about = { organisationId, starter, params: await titleOf(call, dealId) };
      const link = `${at}/allocations/${subject}`;
      return { ...about, done: "allocation_done", failed: "allocation_failed", link };
    }
    default:
      return null; // Publishing and posting have events of their own, which notify contributors.
  }
}

async function titleOf(call: CallContext, dealId: string): Promise<{ title: string }> {
  const { title } = await dealFor(call.actor, dealId, "deals:read");
  return { title };
}

async function manifestWork(call: CallContext, manifestId: string): Promise<Work | null> {
  const manifest = await manifestToTell(manifestId);
  if (manifest === null || manifest.dryRun) return null; // The person who tries a dry run watches it.
  const { organisationId, fileName, createdBy, dealId } = manifest;
  const { title } = await titleOf(call, dealId);
  const { cause } = manifest;
  return {
    done: cause === null ? "manifest_checked" : "manifest_failed",
    failed: "manifest_failed",
    organisationId,
    starter: createdBy.startsWith("per_") ? createdBy : null,
    params: {
      title,
      file: fileName,
      accepted: Number(manifest.accepted ?? 0n),
      rejected: Number(manifest.rejected ?? 0n),
      ...(cause === null ? {} : { cause }),
    },
    link: `/o/${organisationId}/manifests/${manifestId}`,
  };
}
