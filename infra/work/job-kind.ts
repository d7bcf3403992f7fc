import type { z } from "zod";
import type { JobKind } from "@/kernel/job-kinds";

/** One kind of long work: its name in the API and on the queue, and the shape of what it is given. */
export type JobOf<S extends z.ZodObject = z.ZodObject> = Readonly<{ kind: JobKind; input: S }>;

/**
 * Describes a kind of long work, in the jobs.ts of its capability. `startJob` takes input of this shape and no other, and the
 * handler reads it back with `job.input(…)`, so that the stored input has one shape.
 */
export const job = <S extends z.ZodObject>(kind: JobKind, input: S): JobOf<S> => ({ kind, input });
