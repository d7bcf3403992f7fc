import { AsyncLocalStorage } from "node:async_hooks";

const told = new AsyncLocalStorage<() => Date>();

/** The one place that asks what time it is; everything below a command is told. */
export function now(): Date {
  return told.getStore()?.() ?? new Date();
}

/**
 * Runs `work` as if it began at `moment`; the clock goes on from there. For a world that is given a past: what it puts on
 * the queue waits for it to be carried out at that moment too (infra/work/queue.ts), and no worker takes it.
 */
export function inMoment<T>(moment: Date, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  return told.run(() => new Date(moment.getTime() + performance.now() - begun), work);
}

/** True inside `inMoment`. */
export function timeIsTold(): boolean {
  return told.getStore() !== undefined;
}
