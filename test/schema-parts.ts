import type { z } from "zod";

type Def = Readonly<Record<string, unknown>> & { type: string };

/** What zod keeps of a schema: its type and, by type, what it is made of. */
export const defOf = (schema: unknown): Def => (schema as { _zod: { def: Def } })._zod.def;

type Part = readonly [step: string, schema: z.ZodType];

/** The schemas directly inside a schema, each with the step of a path that leads there. */
export function partsOf(schema: z.ZodType): readonly Part[] {
  const def = defOf(schema);
  const part = (step: string, inside: unknown): Part => [step, inside as z.ZodType];
  switch (def.type) {
    case "object":
      return Object.entries(def.shape as object).map(([name, inside]) => part(`.${name}`, inside));
    case "array":
      return [part("[]", def.element)];
    case "union":
      return (def.options as unknown[]).map((option) => part("|", option));
    case "tuple":
      return (def.items as unknown[]).map((item) => part("[]", item));
    case "record":
      return [part("{}", def.valueType)];
    case "intersection":
      return [part("&", def.left), part("&", def.right)];
    case "pipe":
      return [part("", def.in), part("", def.out)];
    case "lazy":
      return [part("", (def.getter as () => unknown)())];
    default:
      return def.innerType === undefined ? [] : [part("", def.innerType)];
  }
}
