import type { TaskList } from "graphile-worker";
import { composeLetter } from "@/app/_notices/compose-letter";
import { now } from "@/infra/clock";
import { db } from "@/infra/db";
import { LIMITS } from "@/kernel/limits";
import { sweepUploads } from "@/modules/manifests/sweep-uploads";
import { makeDigests } from "@/modules/notices/make-digests";
import { sendDueMails } from "@/modules/notices/send-mails";

/** Housekeeping by the clock (UTC), in graphile-worker's crontab notation. */
export const CRONTAB = `17 * * * * forget-idempotency-records
23 * * * * sweep-uploads
*/10 * * * * make-notice-digests
* * * * * send-notice-mails
`;

export const SCHEDULED: TaskList = {
  async "make-notice-digests"() {
    await makeDigests(now());
  },
  async "send-notice-mails"() {
    await sendDueMails(composeLetter, now);
  },
  async "sweep-uploads"() {
    await sweepUploads(now());
  },
  async "forget-idempotency-records"() {
    const before = new Date(now().getTime() - LIMITS.idempotencyHours * 3_600_000);
    await db.prisma.idempotencyRecord.deleteMany({ where: { createdAt: { lt: before } } });
  },
};
