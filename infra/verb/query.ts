import type { z } from "zod";
import type { Actor, Scope } from "@/kernel/actor";
import { now as clockNow } from "../clock";
import { type CallContext, checkScope, type Editable } from "./command";
import { parseInput } from "./parse";
import { strict } from "./strict";

export type QueryContext = Readonly<{ actor: Actor; now: Date }>;

export type QuerySpec<S extends z.ZodType, O extends z.ZodType> = Readonly<{
  name: string;
  scope: Scope | null;
  /** What it shows for somebody who may edit it: its answer, or each item of it, carries the `version`. */
  shows?: Editable;
  input: S;
  output: O;
  run(context: QueryContext, input: z.output<S>): Promise<z.input<O>>;
}>;

export type Query<S extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = ((
  call: CallContext,
  raw: z.input<S>,
) => Promise<z.output<O>>) & { readonly spec: QuerySpec<S, O>; readonly kind: "query" };

/** A read, always for an Actor: scope → parse → run → the wire shape. What is another party's must be "not found" in `run`. */
export function query<S extends z.ZodType, O extends z.ZodType>(said: QuerySpec<S, O>): Query<S, O> {
  const spec = { ...said, input: strict(said.input) };
  const call = async (context: CallContext, raw: z.input<S>): Promise<z.output<O>> => {
    checkScope(spec.scope, context.actor);
    const input = parseInput(context.actor.kind === "system" ? said.input : spec.input, raw);
    return spec.output.parse(
      await spec.run({ actor: context.actor, now: context.now ?? clockNow() }, input),
    ) as z.output<O>;
  };
  return Object.assign(call, { spec, kind: "query" as const });
}
