import "server-only";
import type { z } from "zod";
import type { AnyVerb } from "@/infra/verb";
import { DomainError, type ErrorCode } from "@/kernel/errors";
import { problemResponse } from "./problem";
import { type Handler, handle, route } from "./route";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * One public operation of the API. The list of them is the single source of both the route handlers (`serve`) and the
 * OpenAPI description, so neither can drift from the other. `handler` replaces the plain JSON route where bytes stream.
 */
export type Operation = Readonly<{
  /** What generated clients call it: a verb and a noun, unique and never changed ("createClearance"). */
  id: string;
  method: Method;
  /** Below /api/v1, with OpenAPI parameters: "/deals/{dealId}". */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  verb: AnyVerb;
  status?: number;
  handler?: Handler;
  /** The query that `handler` takes, where it is not what the verb takes. */
  query?: z.ZodObject;
  /** Media types of a body or an answer that is not JSON. */
  requestContent?: readonly string[];
  responseContent?: string;
  /** Headers it reads beside those every operation does, and headers of its answer. */
  requestHeaders?: readonly HeaderText[];
  responseHeaders?: readonly HeaderText[];
  /** Refusals beside those that its kind of operation always may give. */
  errors?: readonly ErrorCode[];
  /** Other statuses that carry its own answer. */
  alsoStatus?: Readonly<Record<string, string>>;
}>;

export type HeaderText = Readonly<{ name: string; description: string; values?: readonly string[] }>;

/**
 * The Next handlers of one path. Every route.ts under app/api/v1 exports all of them, so that a method the path does not
 * have is answered by us (405, problem+json, Allow) and not by an empty page:
 * `export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(dealOperations, "/deals")`.
 */
export function serve(operations: readonly Operation[], path: string): Record<Method | "OPTIONS", Handler> {
  const here = operations.filter((operation) => operation.path === path);
  const allowed = here.map((operation) => operation.method);
  const refuse = notAllowed(allowed);
  const handlers = METHODS.map((method) => {
    const operation = here.find((candidate) => candidate.method === method);
    return [method, operation === undefined ? refuse : handlerOf(operation)] as const;
  });
  return { ...(Object.fromEntries(handlers) as Record<Method, Handler>), OPTIONS: options(allowed) };
}

function handlerOf(operation: Operation): Handler {
  return (
    operation.handler ??
    route(operation.verb, operation.status === undefined ? {} : { status: operation.status })
  );
}

const allowText = (allowed: readonly Method[]) =>
  [
    ...(allowed.includes("GET") ? ["GET", "HEAD"] : []),
    ...allowed.filter((m) => m !== "GET"),
    "OPTIONS",
  ].join(", ");

function notAllowed(allowed: readonly Method[]): Handler {
  const text = allowText(allowed);
  return handle(async (_request, { requestId }) => {
    const refusal = new DomainError("METHOD_NOT_ALLOWED", `This address answers to ${text}.`);
    const response = problemResponse(refusal, requestId);
    response.headers.set("allow", text);
    return response;
  });
}

/** No CORS headers: an API key belongs on a server, and a session only to Remit's own pages (docs/adr/0031). */
function options(allowed: readonly Method[]): Handler {
  return handle(async () => new Response(null, { status: 204, headers: { allow: allowText(allowed) } }));
}

const noAddress = handle(async () => {
  throw new DomainError("NOT_FOUND", "There is no such address in this API; see /docs/api.");
});

/** An address the API does not have. */
export const nowhere = (request: Request): Promise<Response> =>
  noAddress(request, { params: Promise.resolve({}) });
