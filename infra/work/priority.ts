import { readFileSync, writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";

const LAST = constants.priority.PRIORITY_LOW;
let yields = false;

/** Takes this process a step back: while both want the processor, people at a page come before rows in a job. */
export function yieldToWeb(): void {
  stepBack(process.pid);
  yields = true;
}

/** The same for what works for this process, such as its sessions in a database server of ours on this machine. */
export function yieldAlong(processId: number): void {
  if (yields) stepBack(processId);
}

function stepBack(processId: number): void {
  try {
    setPriority(processId, LAST);
    // Linux shares the processor out among sessions first (autogroups, sched(7)): the niceness of a process counts only
    // within its session. One that leads a session takes the session back; another's session is not ours to take back.
    const session = readFileSync(`/proc/${processId}/stat`, "utf8").split(") ").at(-1)?.split(" ")[3];
    if (session === String(processId)) writeFileSync(`/proc/${processId}/autogroup`, String(LAST));
  } catch (error) {
    // Unless it is the administrator's, the kernel takes one such wish in a tenth of a second.
    if ((error as NodeJS.ErrnoException).code === "EAGAIN")
      setTimeout(() => stepBack(processId), 100 + 200 * Math.random()).unref();
    // Else it has ended, is another user's, or the system knows no such groups: nothing but time depends on it.
  }
}
