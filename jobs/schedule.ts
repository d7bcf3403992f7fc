import type { TaskList } from "graphile-worker";
import { now } from "@/infra/clock";
import { db } from "@/infra/db/db";
import { LIMITS } from "@/kernel/limits";
import { hoursAfter } from "@/kernel/time";
import { composeLetter } from "@/letters/compose-letter";
import { sweepExports } from "@/modules/exports/sweep-exports";
import { lookForProofs } from "@/modules/handles/proof/look-for-proofs";
import { sweepFiles } from "@/modules/manifests/sweep/sweep-files";
import { sweepUploads } from "@/modules/manifests/sweep/sweep-uploads";
import { makeDigests } from "@/modules/notices/mails/make-digests";
import { sendDueMails } from "@/modules/notices/mails/send-mails";
import { startReserveReleases } from "@/modules/settlement/reserve/release-reserve";
import { endLostJobs } from "./end-unrun-jobs";
import { examineEverything } from "./examine-everything";
import { tellExpiringKeys } from "./notices/keys";
import { settleMissedHandles } from "./settle-missed-handles";

/** Housekeeping by the clock (UTC), in graphile-worker's crontab notation. */
export const CRONTAB = `17 * * * * forget-idempotency-records
23 * * * * sweep-uploads
41 * * * * sweep-exports
53 * * * * sweep-files
*/10 * * * * make-notice-digests
* * * * * send-notice-mails
* * * * * end-lost-jobs
31 3 * * * settle-missed-handles
41 3 * * * examine-everything
11 2 * * * release-reserves
7 * * * * tell-expiring-keys
*/5 * * * * look-for-proofs
`;

/** How many of the newest clearances and allocations the nightly look computes again. */
const NIGHTLY_RERUNS = 5;

export const SCHEDULED: TaskList = {
  async "examine-everything"() {
    await examineEverything({ reruns: NIGHTLY_RERUNS });
  },
  async "settle-missed-handles"() {
    await settleMissedHandles(now());
  },
  async "make-notice-digests"() {
    await makeDigests(now());
  },
  async "send-notice-mails"() {
    await sendDueMails(composeLetter, now);
  },
  async "end-lost-jobs"() {
    await endLostJobs();
  },
  async "release-reserves"() {
    await startReserveReleases(now());
  },
  async "tell-expiring-keys"() {
    await tellExpiringKeys(now());
  },
  async "look-for-proofs"() {
    await lookForProofs(now);
  },
  async "sweep-exports"() {
    await sweepExports(now());
  },
  async "sweep-files"() {
    await sweepFiles(now());
  },
  async "sweep-uploads"() {
    await sweepUploads(now());
  },
  async "forget-idempotency-records"() {
    const before = hoursAfter(now(), -LIMITS.idempotencyHours);
    await db.prisma.idempotencyRecord.deleteMany({ where: { createdAt: { lt: before } } });
  },
};
