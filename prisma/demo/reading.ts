import { db } from "@/infra/db/db";
import { readAllNotices } from "@/modules/notices/inbox/mark-read";
import { as, daysAgo, happened } from "./acting";
import type { Cast } from "./cast";
import type { Step } from "./settle";

/** Three weeks ago everybody had read what had been written to them: what is unread is news, not a heap. */
export function readingSteps(cast: Cast): readonly Step[] {
  const at = daysAgo(21, 18);
  return Object.values(cast.person).map((personId) => ({ at, run: () => readEverything(personId, at) }));
}

async function readEverything(personId: string, at: Date): Promise<void> {
  const unread = await db.prisma.notice.findMany({
    where: { personId, readAt: null },
    distinct: ["organisationId"],
    select: { organisationId: true },
  });
  const call = await as(personId, at);
  for (const { organisationId } of unread)
    await happened(at, () => readAllNotices(call, organisationId === null ? {} : { organisationId }));
}
