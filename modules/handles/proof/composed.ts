import type { z } from "zod";
import type { CallContext, Command, CommandSpec } from "@/infra/verb/command";
import { strict } from "@/infra/verb/strict";

/**
 * A verb made of smaller commands, for acts that cannot be one transaction: those that look at the network between two
 * commits, and those whose answer carries a secret that must not be stored with it. It looks like a command to callers.
 */
export function composed<S extends z.ZodType, O extends z.ZodType>(
  spec: Omit<CommandSpec<S, O>, "run">,
  call: (context: CallContext, raw: z.input<S>) => Promise<z.output<O>>,
): Command<S, O> {
  const run = (): never => {
    throw new Error(`invariant broken: ${spec.name} is made of several commands and has no run of its own`);
  };
  return Object.assign(call, { spec: { ...spec, input: strict(spec.input), run }, kind: "command" as const });
}
