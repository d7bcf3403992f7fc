import "server-only";
import type { CallContext } from "@/infra/command";
import { logger } from "@/infra/logger";
import { type AnyVerb, callVerb } from "@/infra/verb";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { callFromRequest, requestIdOf } from "./context";
import { problemResponse } from "./problem";

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
    const value = await callVerb(verb, call, input);
    return Response.json(value ?? null, { status: options.status ?? 200 });
  });
}

/** What every address does around its work: who, which request, refusals as problem+json, unknown errors kept inside. */
export function handle(
  work: (request: Request, call: CallContext, params: Record<string, string>) => Promise<Response>,
): Handler {
  return async (request, context) => {
    const requestId = requestIdOf(request.headers);
    try {
      const call = await callFromRequest(request);
      const response = await work(request, call, await context.params);
      response.headers.set("x-request-id", requestId);
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
      return response;
    } catch (error) {
      if (!(error instanceof DomainError))
        logger.error({ err: error, requestId, path: new URL(request.url).pathname }, "request failed");
      return problemResponse(error, requestId);
    }
  };
}

async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  if (request.method === "GET" || request.method === "HEAD" || request.body === null) return {};
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

async function boundedText(request: Request, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax)
      throw new DomainError("PAYLOAD_TOO_LARGE", `A JSON body may have ${bytesMax} bytes at most.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
