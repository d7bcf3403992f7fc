import "server-only";
import type { CallContext } from "@/infra/command";
import { logger } from "@/infra/logger";
import type { Allowance } from "@/infra/rate-limit";
import { type AnyVerb, callVerb } from "@/infra/verb";
import { bytesText } from "@/kernel/bytes";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { callFromRequest, requestIdOf } from "./context";
import { problemResponse } from "./problem";
import { allowanceHeaders, takeAllowance, takeAnonymousAllowance } from "./request-limit";

type Params = Readonly<{ params: Promise<Record<string, string>> }>;
export type Handler = (request: Request, context: Params) => Promise<Response>;

/** An address for a verb: path parameters, query string and JSON body become its one input. */
export function route(verb: AnyVerb, options: { status?: number } = {}): Handler {
  return handle(async (request, call, params) => {
    const input = {
      ...Object.fromEntries(new URL(request.url).searchParams),
      ...(await jsonBody(request)),
      ...params,
    };
    const value = await callVerb(verb, call, input, request.headers.get("if-match"));
    return Response.json(value ?? null, { status: options.status ?? 200, headers: etagOf(verb, value) });
  });
}

/** The version of what can be edited, as an ETag. Of a list each item carries its own. */
function etagOf(verb: AnyVerb, value: unknown): Record<string, string> {
  if (verb.spec.edits === undefined && verb.spec.shows === undefined) return {};
  const version = (value as { version?: unknown } | null)?.version;
  return version === undefined ? {} : { etag: `"${String(version)}"` };
}

/** What every address does around its work: who, which request, refusals as problem+json, unknown errors kept inside. */
export function handle(
  work: (request: Request, call: CallContext, params: Record<string, string>) => Promise<Response>,
): Handler {
  return async (request, context) => {
    const requestId = requestIdOf(request.headers);
    let allowance: Allowance | null = null;
    try {
      const call = await identify(request, (taken) => {
        allowance = taken;
      });
      allowance = await takeAllowance(call.actor, request.headers);
      const response = await work(request, { ...call, requestId }, await context.params);
      return finish(response, requestId, allowance);
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

function finish(response: Response, requestId: string, allowance: Allowance | null): Response {
  response.headers.set("x-request-id", requestId);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  for (const [name, value] of allowance === null ? [] : allowanceHeaders(allowance))
    response.headers.set(name, value);
  return response;
}

async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  if (request.method === "GET" || request.method === "HEAD" || request.body === null) return {};
  refuseForms(request);
  const text = await boundedText(request, LIMITS.jsonBodyBytesMax);
  if (text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // answered below, like any other body that is not an object
  }
  throw new DomainError("INVALID_INPUT", "The body must be a JSON object (Content-Type: application/json).");
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
  return Buffer.concat(chunks).toString("utf8");
}
