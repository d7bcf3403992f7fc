/** Runs a job's handler in a process of its own and kills it (SIGKILL) around one phase: `jobId kind phase before|within|after`. */
import { db } from "@/infra/db/db";
import type { JobHandle } from "@/infra/work/job-run";
import { JOB_HANDLERS } from "@/jobs/tasks";

const [jobId = "", kind = "", dieAt = "", moment = ""] = process.argv.slice(2);
const die = () => process.kill(process.pid, "SIGKILL");
const job = await db.prisma.jobRun.findUniqueOrThrow({ where: { id: jobId } });
const handle: JobHandle = {
  id: jobId,
  subject: job.subject,
  input: (of) => of.input.parse(job.input),
  attempt: 1,
  async phase(name, work) {
    if (name === dieAt && moment === "before") die();
    if (name === dieAt && moment === "within") setTimeout(die, 15);
    const value = await work();
    if (name === dieAt) die();
    return value;
  },
  async progress() {},
  async goesOn() {},
  async checkCancelled() {},
};
await JOB_HANDLERS[kind]?.run(handle);
process.exit(0); // open connections would keep it alive
