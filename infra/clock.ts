import { AsyncLocalStorage } from "node:async_hooks";

const told = new AsyncLocalStorage<() => Date>();

/** The only place that reads the clock. Code below a command gets its time from the command. */
export function now(): Date {
  return told.getStore()?.() ?? new Date();
}

/**
 * Runs `work` as if it began at `moment`; the clock runs on from there. For writing the demo world's history: jobs queued
 * under it (infra/work/queue.ts) are run by the caller at that moment, never by a worker.
 */
export function inMoment<T>(moment: Date, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  return told.run(() => new Date(moment.getTime() + performance.now() - begun), work);
}

/** True inside `inMoment`. */
export function timeIsTold(): boolean {
  return told.getStore() !== undefined;
}
