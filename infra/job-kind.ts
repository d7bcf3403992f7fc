import type { z } from "zod";
import type { JobKind } from "@/kernel/job-kinds";

/** One kind of long work: its name in the API and on the queue, and the shape of what it is given. */
export type JobOf<S extends z.ZodObject = z.ZodObject> = Readonly<{ kind: JobKind; input: S }>;

/**
 * Describes a kind of long work, in the jobs.ts of its capability. `startJob` takes nothing else than its input, and the
 * handler reads it back as `job.input(…)`: what is stored in between has one shape.
 */
export const job = <S extends z.ZodObject>(kind: JobKind, input: S): JobOf<S> => ({ kind, input });
