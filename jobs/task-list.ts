import type { TaskList } from "graphile-worker";
import { DELIVER, type DeliveryKey, HAND_OVER } from "@/infra/events/delivery";
import { runJob } from "@/infra/work/job-run";
import { deliverEvent, handEvent } from "./hand-event";
import { SCHEDULED } from "./schedule";
import { JOB_HANDLERS } from "./tasks";

/** Everything that a worker takes off the queue, by the name of the task. */
export const TASK_LIST: TaskList = {
  ...SCHEDULED,
  ...Object.fromEntries(
    Object.entries(JOB_HANDLERS).map(([kind, handler]) => [
      kind,
      (payload: unknown, { job }: { job: Tries }) =>
        runJob((payload as { jobId: string }).jobId, handler, isLast(job)),
    ]),
  ),
  [HAND_OVER]: (payload) => handEvent((payload as { eventId: string }).eventId),
  [DELIVER]: (payload, { job }) => deliverEvent(payload as DeliveryKey, isLast(job)),
};

type Tries = Readonly<{ attempts: number; max_attempts: number }>;

const isLast = ({ attempts, max_attempts }: Tries): boolean => attempts >= max_attempts;
