import { z } from "zod";
import { API_VERSION } from "@/modules/system/read-health";
import { PROBLEMS } from "../problem/problem";
import {
  confirmsIdentity,
  ETAG,
  HEADERS,
  IDEMPOTENCY_KEY,
  INTRODUCTION,
  ifMatch,
  PROBLEM_SCHEMA,
  problemResponses,
  TAGS,
  VERSION,
} from "./openapi-parts";
import type { Operation } from "./operations";

export type Schema = Readonly<Record<string, unknown>>;
export type Parameter = Readonly<{
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: Schema;
}>;
type Media = Readonly<Record<string, Readonly<{ schema?: Schema }>>>;
export type OperationObject = Readonly<{
  operationId: string;
  tags: readonly string[];
  summary: string;
  description?: string;
  security: readonly Readonly<Record<string, readonly string[]>>[];
  parameters: readonly Parameter[];
  requestBody?: Readonly<{ required: boolean; content: Media }>;
  responses: Readonly<Record<string, Schema & { description?: string; content?: Media }>>;
}>;
export type OpenApi = Readonly<{
  openapi: string;
  info: Schema;
  servers: readonly Schema[];
  tags: readonly { name: string; description: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  components: Readonly<Record<string, Record<string, unknown>>>;
}>;

type Defs = Record<string, unknown>;

/** The OpenAPI 3.1 document of a list of operations: shapes come from the verbs' own zod schemas, nothing is written twice. */
export function openApi(operations: readonly Operation[], serverUrl: string): OpenApi {
  const defs: Defs = {};
  const paths: Record<string, Record<string, OperationObject>> = {};
  for (const operation of operations) {
    const at = paths[operation.path] ?? {};
    paths[operation.path] = at;
    at[operation.method.toLowerCase()] = operationObject(operation, defs);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Remit API",
      version: API_VERSION,
      description: INTRODUCTION,
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    tags: [...new Set(operations.map(({ tag }) => tag))]
      .sort()
      .map((name) => ({ name, description: TAGS[name] ?? "" })),
    paths,
    components: {
      securitySchemes: {
        apiKey: {
          type: "http",
          scheme: "bearer",
          description: "An API key: `Authorization: Bearer rmt_live_…`",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "remit.session",
          description: "The browser session of Remit's own pages",
        },
      },
      responses: problemResponses(),
      headers: HEADERS,
      schemas: { ...sorted(used(defs, paths)), Problem: PROBLEM_SCHEMA },
    },
  };
}

/** The shapes that something refers to: those of bodies stand where they are used. */
function used(defs: Defs, paths: unknown): Defs {
  const names = new Set<string>();
  const visit = (text: string) => {
    for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (names.has(name)) continue;
      names.add(name);
      visit(JSON.stringify(defs[name] ?? null));
    }
  };
  visit(JSON.stringify(paths));
  return Object.fromEntries(Object.entries(defs).filter(([name]) => names.has(name)));
}

function operationObject(operation: Operation, defs: Defs): OperationObject {
  const { verb, method, path } = operation;
  const input = objectSchema(toSchema(verb.spec.input, "input", defs), defs);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const query =
    operation.query === undefined ? input : objectSchema(toSchema(operation.query, "input", defs), defs);
  const rest = Object.entries(query.properties).filter(([name]) => !inPath.includes(name));
  const asBody = method !== "GET" && operation.requestContent === undefined;
  const write = verb.kind === "command";
  const edits = verb.spec.edits !== undefined;
  const body = bodyOf(operation, {
    properties: { ...Object.fromEntries(rest), ...(edits && asBody ? { version: VERSION } : {}) },
    required: input.required,
    asBody,
    schema: input.other,
  });
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...describedBy(operation),
    security: verb.spec.scope === null ? [] : [{ apiKey: [verb.spec.scope] }, { session: [] }],
    parameters: [
      ...inPath.map((name) => parameter(name, "path", true, input.properties[name] ?? { type: "string" })),
      ...(asBody
        ? []
        : rest.map(([name, schema]) => parameter(name, "query", query.required.includes(name), schema))),
      ...(write ? [IDEMPOTENCY_KEY] : []),
      ...(edits ? [ifMatch(operation.status === 201)] : []),
      ...(operation.requestHeaders ?? []).map(({ name, description, values }) => ({
        ...{ name, in: "header" as const, required: false, description },
        schema: headerSchema(values),
      })),
    ],
    ...(body === null ? {} : { requestBody: body }),
    responses: { ...refusalsOf(operation), ...answersOf(operation, defs) },
  };
}

/** What an operation says of itself, and that it asks for a recent sign-in where its verb does. */
function describedBy({ description, verb }: Operation): { description?: string } {
  const { stepUp } = verb.spec;
  const said = [description, stepUp ? confirmsIdentity(stepUp === true) : undefined].filter(Boolean);
  return said.length === 0 ? {} : { description: said.join(" ") };
}

function bodyOf(
  operation: Operation,
  body: { properties: Schema; required: readonly string[]; asBody: boolean; schema: Schema },
): NonNullable<OperationObject["requestBody"]> | null {
  if (operation.requestContent !== undefined)
    return {
      required: true,
      content: Object.fromEntries(
        operation.requestContent.map((type) => [type, { schema: { type: "string", format: "binary" } }]),
      ),
    };
  const names = Object.keys(body.properties);
  if (!body.asBody || names.length === 0) return null;
  const required = body.required.filter((name) => names.includes(name));
  const schema = {
    ...body.schema,
    type: "object",
    properties: body.properties,
    ...(required.length > 0 ? { required } : {}),
  };
  return { required: required.length > 0, content: { "application/json": { schema } } };
}

type Answer = Schema & { description: string; content?: Media };

function answersOf(operation: Operation, defs: Defs): Record<string, Answer> {
  const answer = answerOf(operation, defs);
  const also = Object.entries(operation.alsoStatus ?? {});
  return {
    [String(operation.status ?? 200)]: answer,
    ...Object.fromEntries(also.map(([status, description]) => [status, { ...answer, description }])),
  };
}

const headerSchema = (values?: readonly string[]): Schema => ({
  type: "string",
  ...(values === undefined ? {} : { enum: values }),
});

function answerOf(operation: Operation, defs: Defs): Answer {
  const type = operation.responseContent ?? "application/json";
  const schema =
    operation.responseContent === undefined
      ? toSchema(operation.verb.spec.output, "output", defs)
      : { type: "string", ...(type.startsWith("text/") ? {} : { format: "binary" }) };
  return {
    description:
      operation.status === 202 ? "Accepted: a job works on it" : operation.status === 201 ? "Made" : "Done",
    headers: Object.fromEntries([
      ...Object.keys(HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }] as const),
      ...(hasVersion(operation) ? [["ETag", ETAG] as const] : []),
      ...(operation.responseHeaders ?? []).map(
        ({ name, description, values }) => [name, { description, schema: headerSchema(values) }] as const,
      ),
    ]),
    content: { [type]: { schema } },
  };
}

/** Whether the answer itself is what can be edited; a list's items carry their versions. */
function hasVersion({ verb: { spec } }: Operation): boolean {
  if (spec.edits === undefined && spec.shows === undefined) return false;
  return "version" in ((spec.output as { shape?: object }).shape ?? {});
}

function refusalsOf(operation: Operation): Record<string, Schema> {
  const open = operation.verb.spec.scope === null;
  const statuses = [
    ...(operation.verb.kind === "command" ? ["400", "409"] : []),
    ...(open ? [] : ["401", "403"]),
    ...(operation.verb.spec.edits === undefined ? [] : ["412", "428"]),
    ...(operation.path.includes("{") ? ["404"] : []),
    ...(operation.method === "GET" ? [] : ["413", "415"]), // whatever is sent as a body is looked at
    ...["422", "429", "500", "503"],
    ...(operation.errors ?? []).map((code) => String(PROBLEMS[code].status)),
  ];
  return Object.fromEntries(
    [...new Set(statuses)]
      .sort()
      .map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
  );
}

function parameter(name: string, place: "path" | "query", required: boolean, schema: unknown): Parameter {
  const { description, ...rest } = schema as Schema & { description?: string };
  return { name, in: place, required, ...(description === undefined ? {} : { description }), schema: rest };
}

/** A zod schema as JSON Schema 2020-12; named shapes (`.meta({id})`) are gathered in `defs` and referred to. */
function toSchema(schema: z.ZodType, io: "input" | "output", defs: Defs): Schema {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    target: "draft-2020-12",
    override: ({ jsonSchema }) => describedOnTheWire(jsonSchema),
  });
  const { $schema: _, $defs, ...own } = made as Record<string, unknown>;
  const text = (value: unknown) =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as Schema;
  for (const [name, def] of Object.entries(($defs ?? {}) as Record<string, unknown>)) {
    const { id: _id, $id: _$id, ...plain } = text(def) as Record<string, unknown>;
    defs[name] = plain;
  }
  const { id, $id: _$id, ...plain } = text(own) as Record<string, unknown>;
  if (typeof id !== "string") return plain;
  defs[id] = plain;
  return { $ref: `#/components/schemas/${id}` };
}

/** A schema that reads several spellings of one value says with `.meta({ wire })` how it is described. */
function describedOnTheWire(jsonSchema: Record<string, unknown>): void {
  const { wire } = jsonSchema;
  if (wire === undefined) return;
  for (const name of Object.keys(jsonSchema)) delete jsonSchema[name];
  Object.assign(jsonSchema, wire);
}

/** The properties of an input, looked up when it is a named shape; a union of objects keeps its own form in `other`. */
function objectSchema(
  schema: Schema,
  defs: Defs,
): { properties: Record<string, unknown>; required: readonly string[]; other: Schema } {
  const ref = typeof schema.$ref === "string" ? schema.$ref.split("/").at(-1) : undefined;
  const target = (ref === undefined ? schema : (defs[ref] as Schema)) ?? {};
  const { properties, required, type: _, ...other } = target;
  return {
    properties: (properties ?? {}) as Record<string, unknown>,
    required: (required ?? []) as readonly string[],
    other,
  };
}

function sorted(record: Defs): Defs {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
