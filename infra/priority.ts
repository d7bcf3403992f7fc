import { constants, setPriority } from "node:os";

/** Takes this process a step back: while both want the processor, people at a page come before rows in a job. */
export function yieldToWeb(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
