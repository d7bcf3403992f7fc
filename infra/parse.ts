import type { z } from "zod";
import { DomainError } from "@/kernel/errors";

/** Parses what a caller sent; every fault is named by its path, so a form or a program can point at the field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const first = faults[0];
  const where = first?.path ? `${first.path}: ` : "";
  const message = `${where}${first?.message ?? "The request is not as expected."}`;
  const refusal = new DomainError("INVALID_INPUT", message, { faults });
  refusal.cause = parsed.error; // pages say it in their reader's language
  throw refusal;
}
