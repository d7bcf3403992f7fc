import type { OpenApi, Schema } from "@/app/_web/api/openapi";
import type { Listed } from "./groups";
import { resolveSchema } from "./schema-words";

/** A call to copy: path parameters as $NAMES, a body with the fields that are required. */
export function curlOf({
  path,
  method,
  operation,
  server,
  document,
}: Listed & { server: string; document: OpenApi }): string {
  const url = `${server}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${shellName(name)}`)}`;
  const body = Object.entries(operation.requestBody?.content ?? {})[0];
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} "${url}"`,
    ...(operation.security.length === 0 ? [] : [`-H "Authorization: Bearer $REMIT_KEY"`]),
    ...(method === "GET" ? [] : [`-H "Idempotency-Key: $(uuidgen)"`]),
    ...(operation.parameters.some(({ name, required }) => name === "If-Match" && required)
      ? [`-H "If-Match: $ETAG"`]
      : []),
    ...(body === undefined
      ? []
      : [`-H "Content-Type: ${body[0]}"`, bodyLine(body[0], body[1].schema ?? {}, document)]),
  ];
  return lines.join(" \\\n  ");
}

const shellName = (name: string) => name.replaceAll(/([A-Z])/g, "_$1").toUpperCase();

function bodyLine(type: string, schema: Schema, document: OpenApi): string {
  if (type !== "application/json") return "--data-binary @manifest.csv";
  return `-d '${JSON.stringify(exampleOf(schema, document, 0))}'`;
}

const DEPTH_MAX = 3;

/** A small value of a shape: required fields only, the schema's own example where it has one. */
function exampleOf(given: Schema, document: OpenApi, depth: number): unknown {
  const schema = resolveSchema(given, document);
  if (depth > DEPTH_MAX) return null;
  if (schema.example !== undefined) return schema.example;
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const options = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
  if (options?.[0] !== undefined) return exampleOf(options[0], document, depth + 1);
  if (schema.type === "object") {
    const required = (schema.required ?? []) as readonly string[];
    const properties = (schema.properties ?? {}) as Record<string, Schema>;
    return Object.fromEntries(
      required.map((name) => [name, exampleOf(properties[name] ?? {}, document, depth + 1)]),
    );
  }
  if (schema.type === "array")
    return schema.items === undefined ? [] : [exampleOf(schema.items as Schema, document, depth + 1)];
  if (schema.type === "integer" || schema.type === "number") return schema.minimum ?? 1;
  return schema.type === "boolean" ? true : "…";
}
