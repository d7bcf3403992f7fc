import type { OpenApi, Schema } from "@/app/_web/openapi";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

type Row = Readonly<{ name: string; required: boolean; type: string; meaning: string }>;

const DEPTH_MAX = 4;

/** The fields of a JSON shape, nested ones by dotted path. What is not an object is said in a sentence. */
export function SchemaTable({
  schema,
  document,
  caption,
}: {
  schema: Schema;
  document: OpenApi;
  caption: string;
}) {
  const rows = fieldRows(schema, document, { prefix: "", depth: 0 });
  if (rows.length === 0)
    return <p className="text-muted">{schemaWords(resolveSchema(schema, document), document)}</p>;
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>Field</Th>
          <Th>Type</Th>
          <Th>Meaning</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.name}>
            <Td label="Field">
              <span className="font-mono break-all">{row.name}</span>
              {row.required && <span className="text-muted"> required</span>}
            </Td>
            <Td label="Type">{row.type}</Td>
            <Td label="Meaning">{row.meaning}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** Follows a reference into the document's components. */
export function resolveSchema(schema: Schema, document: OpenApi): Schema {
  const ref = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
  return ref === undefined ? schema : ((document.components.schemas?.[ref] ?? {}) as Schema);
}

function fieldRows(given: Schema, document: OpenApi, at: { prefix: string; depth: number }): readonly Row[] {
  const schema = resolveSchema(given, document);
  if (schema.type === "array" && at.depth < DEPTH_MAX)
    return fieldRows((schema.items ?? {}) as Schema, document, {
      prefix: `${at.prefix}[]`,
      depth: at.depth + 1,
    });
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Schema>).flatMap(([key, value]) => {
    const name = at.prefix === "" ? key : `${at.prefix}.${key}`;
    const target = notNull(resolveSchema(value, document), document);
    const row = {
      name,
      required: required.includes(key),
      type: schemaWords(resolveSchema(value, document), document),
      meaning: String(value.description ?? target.description ?? ""),
    };
    const nested =
      at.depth < DEPTH_MAX ? fieldRows(target, document, { prefix: name, depth: at.depth + 1 }) : [];
    return [row, ...nested];
  });
}

/** Of "this or null", this. */
function notNull(schema: Schema, document: OpenApi): Schema {
  const options = (schema.anyOf ?? []) as readonly Schema[];
  const real = options.filter((option) => option.type !== "null");
  return options.length > real.length && real[0] !== undefined ? resolveSchema(real[0], document) : schema;
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
    return `list of ${item === "object" ? "objects" : item}`;
  }
  const type = typeof schema.type === "string" ? schema.type : "any JSON value";
  if (schema.format === "binary") return "bytes";
  const bounds = [
    schema.minimum === undefined ? "" : `from ${schema.minimum}`,
    schema.maximum === undefined || Number(schema.maximum) >= Number.MAX_SAFE_INTEGER
      ? ""
      : `to ${schema.maximum}`,
    schema.maxLength === undefined ? "" : `${schema.maxLength} characters at most`,
  ].filter(Boolean);
  return [type, ...bounds].join(", ").replace(", to", " to");
}
