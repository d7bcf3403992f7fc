import { z } from "zod";

type Def = { type: string } & Record<string, unknown>;

/**
 * The same schema, with every object refusing unknown fields, except objects that are declared loose (test/strict.test.ts
 * finds them). `command` and `query` apply it to every input: a silently dropped field (`asof` for `asOf`) would answer
 * another question.
 */
export function strict<S extends z.ZodType>(schema: S): S {
  return strictly(schema, new Map()) as S;
}

type Any = z.core.$ZodType;

function strictly(schema: Any, made: Map<Any, Any>): Any {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const def = schema._zod.def as unknown as Def;
  if (def.type === "lazy") {
    const inner = z.lazy(() => strictly((def.getter as () => Any)(), made) as z.ZodType);
    made.set(schema, inner);
    return inner;
  }
  const change = changes(def, (inner) => strictly(inner as Any, made));
  const result =
    change === null
      ? schema
      : z.core.clone(schema, { ...def, ...change } as never, { parent: true } as never);
  made.set(schema, result);
  return result;
}

/** What differs in a schema's definition once everything inside is strict; null when nothing does. */
function changes(def: Def, inside: (schema: unknown) => Any): Record<string, unknown> | null {
  const all = (schemas: unknown) => (schemas as unknown[]).map(inside);
  switch (def.type) {
    case "object": {
      const shape = Object.entries(def.shape as object).map(
        ([name, value]) => [name, inside(value)] as const,
      );
      return { shape: Object.fromEntries(shape), catchall: def.catchall ?? z.never() };
    }
    case "array":
      return { element: inside(def.element) };
    case "union":
      return { options: all(def.options) };
    case "tuple":
      return { items: all(def.items) };
    case "record":
      return { valueType: inside(def.valueType) };
    case "pipe":
      return { in: inside(def.in), out: inside(def.out) };
    default:
      return def.innerType === undefined ? null : { innerType: inside(def.innerType) };
  }
}
