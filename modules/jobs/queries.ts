import { query } from "@/infra/verb/query";
import { type Actor, isOperator, mayFor, organisationsWith, personIdOf, type Scope } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { readPage } from "@/kernel/page";
import { findJob, listJobRows, toView } from "./repository";
import { JobOrder, JobPage, JobRequest, JobView, ListJobsRequest } from "./schema";

export type JobRow = NonNullable<Awaited<ReturnType<typeof findJob>>>;

/** The job, if it is the actor's own, their organisation's, or the actor is an operator. */
export async function jobFor(actor: Actor, jobId: string, scope: Scope): Promise<JobRow> {
  const job = await findJob(jobId);
  const mine =
    job !== null &&
    ((job.organisationId !== null && mayFor(actor, job.organisationId, scope)) ||
      (job.personId !== null && job.organisationId === null && job.personId === personIdOf(actor)) ||
      isOperator(actor, scope === "jobs:write" ? "operator:write" : "operator:read"));
  if (!mine) throw notFound("job");
  return job;
}

/** What carries out a decision that is made: stopping it would be a say in whether others are paid, or told. */
const DECIDED_KINDS: ReadonlySet<string> = new Set([
  "allocation.publish",
  "allocation.post",
  "allocation.release_reserve",
]);

/** Whether the actor, who may change this job, may stop it. */
export function mayCancel(actor: Actor, { kind }: Pick<JobRow, "kind">): boolean {
  return !DECIDED_KINDS.has(kind) || isOperator(actor, "operator:write");
}

/** Whether the actor, who may change this job, may start it again: only an operator starts again what an operator stopped. */
export function mayRestart(actor: Actor, job: Pick<JobRow, "kind" | "state">): boolean {
  return job.state !== "cancelled" || mayCancel(actor, job);
}

export function jobView(job: JobRow, actor: Actor): JobView {
  return toView(job, { mayCancel: mayCancel(actor, job), mayRestart: mayRestart(actor, job) });
}

export const getJob = query({
  name: "jobs.get",
  scope: "jobs:read",
  input: JobRequest,
  output: JobView,
  async run({ actor }, { jobId }) {
    return jobView(await jobFor(actor, jobId, "jobs:read"), actor);
  },
});

export const listJobs = query({
  name: "jobs.list",
  scope: "jobs:read",
  input: ListJobsRequest,
  output: JobPage,
  async run({ actor }, input) {
    const mine = organisationsWith(actor, "jobs:read").map((m) => m.organisationId);
    const wanted = input.organisationId;
    if (wanted !== undefined && !mine.includes(wanted) && !isOperator(actor, "operator:read"))
      throw notFound("organisation");
    const organisationIds =
      wanted !== undefined ? [wanted] : isOperator(actor, "operator:read") ? null : mine;
    const personId = wanted === undefined ? personIdOf(actor) : null;
    const filter = {
      organisationIds,
      personId,
      state: input.state,
      kind: input.kind,
      withoutFileFaults: input.forOperator === "true",
      before: input.cursor?.[0],
    };
    const page = await readPage(
      input.limit,
      (take) => listJobRows({ ...filter, take }),
      ({ id }) => JobOrder.write(id),
    );
    return { items: page.items.map((row) => jobView(row, actor)), nextCursor: page.nextCursor };
  },
});
