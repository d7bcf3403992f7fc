import type { z } from "zod";
import type { Scope } from "@/kernel/actor";
import type { CallContext } from "./command";

/** Any command or query, for code that treats them alike: routes, actions, the API description. */
export type AnyVerb = {
  (call: CallContext, raw: never): Promise<unknown>;
  readonly spec: Readonly<{ name: string; scope: Scope | null; input: z.ZodType; output: z.ZodType }>;
  readonly kind: "command" | "query";
};

/** Calls a verb with input of unknown shape; the verb's own schema is what checks it. */
export function callVerb(verb: AnyVerb, call: CallContext, raw: unknown): Promise<unknown> {
  return verb(call, raw as never);
}
