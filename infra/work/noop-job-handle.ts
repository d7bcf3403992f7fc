import type { JobHandle } from "./job-run";

/** For work of a job that is done outside of one: nobody watches, nobody cancels, nothing is written down. */
export function noopJobHandle(subject: string): JobHandle {
  return {
    id: "none",
    subject,
    input: (of) => of.input.parse({}),
    attempt: 1,
    phase: (_name, work) => work(),
    progress: async () => {},
    goesOn: async () => {},
    checkCancelled: async () => {},
  };
}
