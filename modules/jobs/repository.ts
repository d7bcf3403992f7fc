import { db, type Tx } from "@/infra/db/db";
import { addJob } from "@/infra/work/queue";
import { FILE_FAULT_PREFIX, isFileFault } from "./fault";
import type { JobView } from "./schema";

type Row = NonNullable<Awaited<ReturnType<typeof findJob>>>;

export async function findJob(jobId: string) {
  return db.prisma.jobRun.findUnique({ where: { id: jobId } });
}

export async function listJobRows(filter: {
  organisationIds: readonly string[] | null;
  personId: string | null;
  state?: string | undefined;
  kind?: string | undefined;
  withoutFileFaults: boolean;
  before?: string | undefined;
  take: number;
}): Promise<Row[]> {
  const mine =
    filter.organisationIds === null
      ? {}
      : {
          OR: [
            { organisationId: { in: [...filter.organisationIds] } },
            ...(filter.personId ? [{ personId: filter.personId }] : []),
          ],
        };
  return db.prisma.jobRun.findMany({
    where: {
      ...mine,
      ...(filter.state ? { state: filter.state } : {}),
      ...(filter.kind ? { kind: filter.kind } : {}),
      ...(filter.withoutFileFaults
        ? { NOT: { state: "failed", error: { path: ["code"], string_starts_with: FILE_FAULT_PREFIX } } }
        : {}),
      ...(filter.before ? { id: { lt: filter.before } } : {}),
    },
    orderBy: { id: "desc" },
    take: filter.take,
  });
}

/** One statement decides and acts, so a job that ends at the same moment is not marked afterwards. */
export async function requestCancel(tx: Tx, jobId: string, now: Date): Promise<boolean> {
  const { count } = await tx.prisma.jobRun.updateMany({
    where: { id: jobId, state: { in: ["queued", "running"] } },
    data: { cancelRequestedAt: now },
  });
  return count === 1;
}

export async function requeue(tx: Tx, job: Pick<Row, "id" | "kind" | "organisationId">): Promise<boolean> {
  const { id: jobId, kind, organisationId } = job;
  const { count } = await tx.prisma.jobRun.updateMany({
    where: { id: jobId, state: { in: ["failed", "cancelled"] } },
    data: {
      state: "queued",
      cancelRequestedAt: null,
      finishedAt: null,
      error: { code: "RETRIED", message: "Started again." },
    },
  });
  if (count === 1) await addJob(tx, kind, { jobId }, { heavyOf: organisationId ?? "remit" });
  return count === 1;
}

type Rights = Readonly<{ mayCancel: boolean; mayRestart: boolean }>;

export function toView(row: Row, { mayCancel, mayRestart }: Rights): JobView {
  return {
    id: row.id,
    kind: row.kind as JobView["kind"],
    subject: row.subject,
    organisationId: row.organisationId,
    state: row.state as JobView["state"],
    phase: row.phase,
    phases: row.phases as JobView["phases"],
    rowsDone: row.rowsDone.toString(),
    rowsTotal: row.rowsTotal?.toString() ?? null,
    rowsPerSecond: row.rowsPerSecond,
    secondsLeft: row.secondsLeft,
    attempts: row.attempts,
    error: row.state === "failed" || row.state === "cancelled" ? (row.error as JobView["error"]) : null,
    cancelRequested: row.cancelRequestedAt !== null,
    mayCancel,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    mayRetry: (row.state === "failed" || row.state === "cancelled") && !isFileFault(row) && mayRestart,
  };
}
