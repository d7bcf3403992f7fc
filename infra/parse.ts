import type { z } from "zod";
import { DomainError } from "@/kernel/errors";

/** Parses what a caller sent; every fault is named by its path, so a form or a program can point at the field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) {
    refuseNul(parsed.data);
    return parsed.data;
  }
  const faults = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const first = faults[0];
  const where = first?.path ? `${first.path}: ` : "";
  const message = `${where}${first?.message ?? "The request is not as expected."}`;
  const refusal = new DomainError("INVALID_INPUT", message, { faults });
  refusal.cause = parsed.error; // pages say it in their reader's language
  throw refusal;
}

/** PostgreSQL keeps no text with U+0000 in it, and nobody types it: refused here, where its path is known. */
function refuseNul(data: unknown): void {
  const rest: (readonly [path: string, value: unknown])[] = [["", data]];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [path, value] = next;
    if (typeof value === "string" && value.includes("\0")) throw nulAt(path);
    if (!Array.isArray(value) && !isPlain(value)) continue;
    for (const [name, inside] of Object.entries(value)) {
      const at = path === "" ? name : `${path}.${name}`;
      if (name.includes("\0")) throw nulAt(path);
      rest.push([at, inside]);
    }
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function nulAt(path: string): DomainError {
  const message = "Text cannot hold the character NUL (U+0000).";
  return new DomainError("INVALID_INPUT", path === "" ? message : `${path}: ${message}`, {
    faults: [{ path, message }],
  });
}
