import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { allVerbs } from "./all-verbs";

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

type Def = Readonly<Record<string, unknown>> & { type: string };

/** The paths of objects in a schema that take fields they do not name. */
function lenient(schema: z.ZodType, path = "", seen = new Set<unknown>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const def = (schema as unknown as { _zod: { def: Def } })._zod.def;
  const inside = (value: unknown, step: string) => lenient(value as z.ZodType, `${path}${step}`, seen);
  switch (def.type) {
    case "object": {
      const catchall = (def.catchall as { _zod: { def: Def } } | undefined)?._zod.def.type;
      const fields = Object.entries(def.shape as object).flatMap(([name, value]) =>
        inside(value, `.${name}`),
      );
      return catchall === "never" ? fields : [path || "(the whole)", ...fields];
    }
    case "array":
      return inside(def.element, "[]");
    case "union":
      return (def.options as unknown[]).flatMap((option) => inside(option, "|"));
    case "tuple":
      return (def.items as unknown[]).flatMap((item) => inside(item, "[]"));
    case "record":
      return inside(def.valueType, "{}");
    case "intersection":
      return [...inside(def.left, "&"), ...inside(def.right, "&")];
    case "pipe":
      return [...inside(def.in, ""), ...inside(def.out, "")];
    case "lazy":
      return inside((def.getter as () => unknown)(), "");
    default:
      return def.innerType === undefined ? [] : inside(def.innerType, "");
  }
}
