import type { TaskList } from "graphile-worker";
import { now } from "@/infra/clock";
import { db } from "@/infra/db";
import { LIMITS } from "@/kernel/limits";
import { sweepUploads } from "@/modules/manifests/sweep-uploads";

/** Housekeeping by the clock (UTC), in graphile-worker's crontab notation. */
export const CRONTAB = "17 * * * * forget-idempotency-records\n23 * * * * sweep-uploads\n";

export const SCHEDULED: TaskList = {
  async "sweep-uploads"() {
    await sweepUploads(now());
  },
  async "forget-idempotency-records"() {
    const before = new Date(now().getTime() - LIMITS.idempotencyHours * 3_600_000);
    await db.prisma.idempotencyRecord.deleteMany({ where: { createdAt: { lt: before } } });
  },
};
