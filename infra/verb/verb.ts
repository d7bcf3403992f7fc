import type { z } from "zod";
import type { Actor, Scope } from "@/kernel/actor";
import type { CallContext, Editable } from "./command";
import { acceptedVersions } from "./precondition";

/** Any command or query, for code that treats them alike: routes, actions, the API description. */
export type AnyVerb = {
  (call: CallContext, raw: never): Promise<unknown>;
  readonly spec: Readonly<{
    name: string;
    scope: Scope | null;
    stepUp?: boolean | ((input: never, actor: Actor) => boolean);
    input: z.ZodType;
    output: z.ZodType;
    edits?: Editable;
    shows?: Editable;
  }>;
  readonly kind: "command" | "query";
};

/**
 * Calls a verb with input of unknown shape; the verb's own schema is what checks it. Of an edit `version` is taken out: it
 * says what the caller saw, not what it wants. With `ifMatch` (null: the header is not there) one of the two is required.
 */
export async function callVerb(
  verb: AnyVerb,
  call: CallContext,
  raw: unknown,
  ifMatch?: string | null,
): Promise<unknown> {
  if (verb.spec.edits === undefined || typeof raw !== "object" || raw === null)
    return verb(call, raw as never);
  const { version, ...input } = raw as Record<string, unknown>;
  const versions = acceptedVersions(ifMatch ?? null, version);
  return verb({ ...call, versions, versionRequired: ifMatch !== undefined }, input as never);
}
