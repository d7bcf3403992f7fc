import "server-only";
import { z } from "zod";
import { logger } from "@/infra/logger";
import type { Allowance } from "@/infra/net/rate-limit";
import type { CallContext } from "@/infra/verb/command";
import { invalidField, parseInput } from "@/infra/verb/parse";
import { repeatedField } from "@/infra/verb/repeated-field";
import { strict } from "@/infra/verb/strict";
import { type AnyVerb, callVerb } from "@/infra/verb/verb";
import { bytesText } from "@/kernel/bytes";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { textFault } from "@/kernel/text";
import { problemResponse } from "../problem/problem";
import { callFromRequest, requestIdOf } from "../request/context";
import { allowanceHeaders, takeAllowance, takeAnonymousAllowance } from "../request/request-limit";

/** The parts of an address by their names in the list of operations: `dealId` of "/deals/{dealId}". */
export type Params = Record<string, string>;
export type Handler = (request: Request, params?: Params) => Promise<Response>;

/**
 * A handler as the export of a `route.ts` outside the API. Next calls it with a context that holds the parts of the address; an
 * address without such parts has none.
 */
export function nextHandler(handler: Handler) {
  return async (
    request: Request,
    { params }: Readonly<{ params: Promise<Params | undefined> }>,
  ): Promise<Response> => handler(request, (await params) ?? {});
}

/** An address for a verb: path parameters, query string and JSON body become its one input. */
export function route(verb: AnyVerb, options: { status?: number } = {}): Handler {
  return handle(async (request, call, params) => {
    const input = oneInput(params, queryOf(request), await jsonBody(request));
    const value = await callVerb(verb, call, input, request.headers.get("if-match"));
    return Response.json(value ?? null, { status: options.status ?? 200, headers: etagOf(verb, value) });
  });
}

type FileWork<Q extends z.ZodType> = (
  call: CallContext,
  params: Params,
  query: z.output<Q>,
  request: Request,
) => Promise<Response>;

/**
 * A GET that answers with a file or a stream. Its query is `query` and nothing else, as with every other address; a field
 * that a form left empty is none.
 */
export function fileRoute<Q extends z.ZodType>(query: Q, work: FileWork<Q>): Handler {
  const schema = strict(query);
  return handle(async (request, call, params) =>
    work(call, params, parseInput(schema, filled(queryOf(request))), request),
  );
}

const filled = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

/** The query of what takes none. */
export const NO_QUERY = z.object({});

/** The version of what can be edited, as an ETag. Of a list each item carries its own. */
function etagOf(verb: AnyVerb, value: unknown): Record<string, string> {
  if (verb.spec.edits === undefined && verb.spec.shows === undefined) return {};
  const version = (value as { version?: unknown } | null)?.version;
  return version === undefined ? {} : { etag: `"${String(version)}"` };
}

/** What every address does around its work: who, which request, refusals as problem+json, unknown errors kept inside. */
export function handle(
  work: (request: Request, call: CallContext, params: Params) => Promise<Response>,
): Handler {
  return async (request, params = {}) => {
    const requestId = requestIdOf(request.headers);
    let allowance: Allowance | null = null;
    try {
      const call = await identify(request, (taken) => {
        allowance = taken;
      });
      allowance = await takeAllowance(call.actor, request.headers);
      const response = await work(request, { ...call, requestId }, readable(params));
      return finish(await asAsked(request, response), requestId, allowance);
    } catch (error) {
      if (!(error instanceof DomainError))
        logger.error({ err: error, requestId, path: new URL(request.url).pathname }, "request failed");
      return finish(problemResponse(error, requestId), requestId, allowance);
    }
  };
}

/** Who calls. Wrong credentials count against the address they come from, so keys cannot be guessed at speed. */
async function identify(request: Request, onRefused: (allowance: Allowance) => void): Promise<CallContext> {
  try {
    return await callFromRequest(request);
  } catch (error) {
    if (error instanceof DomainError) onRefused(await takeAnonymousAllowance(request.headers));
    throw error;
  }
}

/** A HEAD is a GET without its body. Next drops that body without ending it, which would leave a file open for good. */
async function asAsked(request: Request, response: Response): Promise<Response> {
  if (request.method !== "HEAD") return response;
  await response.body?.cancel();
  return new Response(null, response);
}

function finish(response: Response, requestId: string, allowance: Allowance | null): Response {
  response.headers.set("x-request-id", requestId);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  for (const [name, value] of allowance === null ? [] : allowanceHeaders(allowance))
    response.headers.set(name, value);
  return response;
}

/** Refuses a part of an address that was no percent-encoded UTF-8 (`%C0`): nothing here could have that name. */
function readable(params: Params): Params {
  for (const part of Object.values(params))
    if (textFault(part) !== null || part.includes("\uFFFD"))
      throw new DomainError("NOT_FOUND", "There is no such address in this API; see /docs/api.");
  return params;
}

/** The query string; a name that stands there twice is refused, since only one of the two could count. */
export function queryOf(request: Request): Record<string, string> {
  const search = new URL(request.url).searchParams;
  const names = [...search.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw invalidField(shortened(twice), "This is in the address twice. Give it once.");
  return Object.fromEntries(search);
}

/** A name as a refusal repeats it. */
const shortened = (name: string): string => name.slice(0, 100);

/** Path, query and body as the one input of a verb. A field that is in two of them is refused: one would be ignored. */
function oneInput(...places: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  const input = new Map<string, unknown>();
  for (const [name, value] of places.flatMap((place) => Object.entries(place))) {
    if (input.has(name))
      throw invalidField(shortened(name), "This is given in two places: the address and the body.");
    input.set(name, value);
  }
  return Object.fromEntries(input);
}

async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  if (request.method === "GET" || request.method === "HEAD" || request.body === null) return {};
  refuseForms(request);
  const text = await boundedText(request, LIMITS.jsonBodyBytesMax);
  if (text === "") return {};
  const value = parseJson(text);
  const repeated = repeatedField(text);
  if (repeated !== null)
    throw invalidField(shortened(repeated), "This is given twice in one object. Send each field once.");
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new DomainError("INVALID_INPUT", "The body must be a JSON object: { … }.");
}

/** JSON, or a refusal that says where it stops being JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = placeOfFault(text, error instanceof Error ? error.message : "");
    throw new DomainError("INVALID_INPUT", `The body is not JSON: ${place.words}`, { detail: place.facts });
  }
}

/** Line and column (from 1) where the engine gave up; it names the position, or says that the text ended too early. */
function placeOfFault(text: string, said: string): { words: string; facts: Record<string, number> } {
  const position = /at position (\d+)/.exec(said)?.[1];
  const at = position === undefined ? text.length : Number(position);
  const before = text.slice(0, at).split("\n");
  const line = before.length;
  const column = (before.at(-1) ?? "").length + 1;
  const what = at >= text.length ? "it ends too early" : `unexpected ${JSON.stringify(text.charAt(at))}`;
  return { words: `${what} at line ${line}, column ${column}.`, facts: { line, column } };
}

/** A form body is the usual slip of a first try (curl -d without a header): say so instead of calling it bad JSON. */
function refuseForms(request: Request): void {
  const type = request.headers.get("content-type") ?? "";
  if (/^(application\/x-www-form-urlencoded|multipart\/)/i.test(type))
    throw new DomainError("UNSUPPORTED_MEDIA_TYPE", "Send JSON, with Content-Type: application/json.");
}

async function boundedText(request: Request, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax)
      throw new DomainError("PAYLOAD_TOO_LARGE", `A JSON body may have ${bytesText(bytesMax)} at most.`, {
        detail: { bytesMax },
      });
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new DomainError("INVALID_INPUT", "The body is not UTF-8 text.");
  }
}
