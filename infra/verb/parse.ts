import type { z } from "zod";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { cutText, textFault } from "@/kernel/text";
import { plainWords } from "./plain-words";

/**
 * Parses what a caller sent; every fault is named by its path, so a form or a program can point at the field. Text that no
 * store can keep and objects nested past all use are refused here, once, for bodies, queries, paths and forms alike.
 */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  refuseUnfit(raw);
  const parsed = schema.safeParse(raw, { error: plainWords, reportInput: true });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap(faultsOf);
  const refusal = refusalOf(faults);
  refusal.cause = parsed.error; // pages say it in their reader's language
  throw refusal;
}

type Fault = Readonly<{ path: string; message: string }>;

const faultsOf = (issue: z.core.$ZodIssue): Fault[] =>
  pathsOf(issue).map((path) => ({ path, message: issue.message }));

/** Where a fault is: an unknown field is named itself, not the object around it. */
export function pathsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code !== "unrecognized_keys") return [issue.path.join(".")];
  return issue.keys.map((key) => [...issue.path, short(key)].join("."));
}

const short = (key: string) => (key.length > 100 ? `${cutText(key, 100)}…` : key);

/** The refusal of one field. */
export const invalidField = (path: string, message: string): DomainError => refusalOf([{ path, message }]);

function refusalOf(faults: readonly Fault[]): DomainError {
  const [first] = faults;
  const where = first?.path ? `${first.path}: ` : "";
  return new DomainError("INVALID_INPUT", `${where}${first?.message ?? "The request is not as expected."}`, {
    faults,
  });
}

/** Looks at everything that was sent before any schema does: without recursion, so that no depth ends the process. */
function refuseUnfit(raw: unknown): void {
  const rest: (readonly [path: string, value: unknown, depth: number])[] = [["", raw, 0]];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [path, value, depth] = next;
    const fault = typeof value === "string" ? textFault(value) : null;
    if (fault !== null) throw invalidField(path, fault);
    if (!Array.isArray(value) && !isPlain(value)) continue;
    if (depth >= LIMITS.jsonDepthMax)
      throw refusalOf([
        { path: "", message: `This is nested more than ${LIMITS.jsonDepthMax} levels deep.` },
      ]);
    for (const [name, inside] of Object.entries(value)) {
      const named = textFault(name);
      if (named !== null) throw invalidField(path, named);
      rest.push([path === "" ? short(name) : `${path}.${short(name)}`, inside, depth + 1]);
    }
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
