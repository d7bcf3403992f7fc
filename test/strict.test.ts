import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { allVerbs } from "./all-verbs";
import { defOf, partsOf } from "./schema-parts";

/**
 * A field nobody knows is a slip (`asof` for `asOf`, `contributorShareBps` in the wrong place) and must never be dropped:
 * the caller would get the answer to another question. So every object in the input of every verb refuses what it does not name.
 */
const verbs = [...(await allVerbs()).values()];

test("there are verbs to look at", () => expect(verbs.length).toBeGreaterThan(120));

describe("unknown fields", () => {
  test.each(verbs.map((verb) => [verb.spec.name, verb.spec.input] as const))(
    "%s refuses them",
    (_, input) => {
      expect(lenient(input)).toEqual([]);
    },
  );
});

/** The paths of objects in a schema that take fields they do not name. */
function lenient(schema: z.ZodType, path = "", seen = new Set<unknown>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { type, catchall } = defOf(schema);
  const isLenient = type === "object" && (catchall === undefined || defOf(catchall).type !== "never");
  const inside = partsOf(schema).flatMap(([step, part]) => lenient(part, `${path}${step}`, seen));
  return isLenient ? [path || "(the whole)", ...inside] : inside;
}
