import "server-only";
import type { AnyVerb } from "@/infra/verb";
import { type Handler, route } from "./route";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * One public operation of the API. The list of them is the single source of both the route handlers (`serve`) and the
 * OpenAPI description, so neither can drift from the other. `handler` replaces the plain JSON route where bytes stream.
 */
export type Operation = Readonly<{
  method: Method;
  /** Below /api/v1, with OpenAPI parameters: "/deals/{dealId}". */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  verb: AnyVerb;
  status?: number;
  handler?: Handler;
  /** Media types of a body or an answer that is not JSON. */
  requestContent?: readonly string[];
  responseContent?: string;
}>;

/** The Next handlers of one path, e.g. `export const { GET, POST } = serve(dealOperations, "/deals")`. */
export function serve(operations: readonly Operation[], path: string): Record<Method, Handler> {
  const handlers: Partial<Record<Method, Handler>> = {};
  for (const operation of operations) {
    if (operation.path !== path) continue;
    handlers[operation.method] =
      operation.handler ??
      route(operation.verb, operation.status === undefined ? {} : { status: operation.status });
  }
  return handlers as Record<Method, Handler>;
}
