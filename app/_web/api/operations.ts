import "server-only";
import type { z } from "zod";
import type { AnyVerb } from "@/infra/verb/verb";
import type { ErrorCode } from "@/kernel/errors";
import type { Handler } from "./route";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * One public operation of the API. The list of them is the single source of both the answers (`dispatcher`) and the OpenAPI
 * description, so neither can drift from the other. `handler` replaces the plain JSON route where bytes stream.
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
  /** Request headers besides those of every operation, and headers of the answer. */
  requestHeaders?: readonly HeaderText[];
  responseHeaders?: readonly HeaderText[];
  /** Refusals besides those that every operation of its kind can give. */
  errors?: readonly ErrorCode[];
  /** Other statuses that carry its own answer. */
  alsoStatus?: Readonly<Record<string, string>>;
}>;

export type HeaderText = Readonly<{ name: string; description: string; values?: readonly string[] }>;
