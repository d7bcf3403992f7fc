import type { OpenApi, Schema } from "@/app/_web/api/openapi";

type Row = Readonly<{ name: string; depth: number; required: boolean; type: string; meaning: string }>;

const DEPTH_MAX = 4;

/** The fields of a JSON shape as text, one a line, nested ones indented; none for what is not an object. */
export function schemaLines(schema: Schema, document: OpenApi): readonly string[] {
  return fieldRows(schema, document, 0).map((row) => {
    const head = `${"  ".repeat(row.depth)}${row.name}${row.required ? "" : "?"}: ${row.type}`;
    return row.meaning === "" ? head : `${head}  // ${row.meaning}`;
  });
}

/** Follows a reference into the document's components. */
export function resolveSchema(schema: Schema, document: OpenApi): Schema {
  const ref = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
  return ref === undefined ? schema : ((document.components.schemas?.[ref] ?? {}) as Schema);
}

function fieldRows(given: Schema, document: OpenApi, depth: number): readonly Row[] {
  const schema = resolveSchema(given, document);
  if (depth > DEPTH_MAX) return [];
  if (schema.type === "array") return fieldRows((schema.items ?? {}) as Schema, document, depth);
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Schema>).flatMap(([name, value]) => {
    const target = notNull(resolveSchema(value, document), document);
    const row = {
      name,
      depth,
      required: required.includes(name),
      type: fieldWords(value, required.includes(name), document),
      meaning: String(value.description ?? target.description ?? "").replaceAll(/\s+/g, " "),
    };
    return [row, ...fieldRows(target, document, depth + 1)];
  });
}

/** Of "this or null", this. */
function notNull(schema: Schema, document: OpenApi): Schema {
  const options = (schema.anyOf ?? []) as readonly Schema[];
  const real = options.filter((option) => option.type !== "null");
  return options.length > real.length && real[0] !== undefined ? resolveSchema(real[0], document) : schema;
}

/** The type of a field in a few words, and what holds when it is left out. Answers always have their fields. */
export function fieldWords(schema: Schema, required: boolean, document: OpenApi): string {
  const target = resolveSchema(schema, document);
  const words = schemaWords(target, document);
  const otherwise = schema.default ?? target.default;
  return required || otherwise === undefined || otherwise === null
    ? words
    : `${words}; default ${typeof otherwise === "string" ? otherwise : JSON.stringify(otherwise)}`;
}

/** A type in a few words: "string", "one of open, closed", "list of objects", "integer or null". */
export function schemaWords(schema: Schema, document: OpenApi, depth = 0): string {
  if (depth > DEPTH_MAX) return "any JSON value";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return `one of ${schema.enum.join(", ")}`;
  const options = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
  if (options !== undefined)
    return [
      ...new Set(options.map((option) => schemaWords(resolveSchema(option, document), document, depth + 1))),
    ].join(" or ");
  if (schema.type === "array") {
    const item = schemaWords(resolveSchema((schema.items ?? {}) as Schema, document), document, depth + 1);
    const [least, most] = [schema.minItems, schema.maxItems];
    const sizes = [least ? `${least} at least` : "", most === undefined ? "" : `${most} at most`];
    return [`list of ${item === "object" ? "objects" : item}`, ...sizes.filter(Boolean)].join("; ");
  }
  const types = Array.isArray(schema.type) ? (schema.type as readonly string[]) : [schema.type];
  const type = types.every((name) => typeof name === "string") ? types.join(" or ") : "any JSON value";
  if (schema.format === "binary") return "bytes";
  const bounds = [
    schema.minimum === undefined || Number(schema.minimum) <= Number.MIN_SAFE_INTEGER
      ? ""
      : `from ${schema.minimum}`,
    schema.maximum === undefined || Number(schema.maximum) >= Number.MAX_SAFE_INTEGER
      ? ""
      : `to ${schema.maximum}`,
    schema.maxLength === undefined ? "" : `${schema.maxLength} characters at most`,
  ].filter(Boolean);
  return [type, ...bounds].join(", ").replace(", to", " to");
}
