import type { z } from "zod";
import type { EventKind } from "@/infra/events/events";
import type { CallContext } from "@/infra/verb/command";

/** One verb that follows from an event. Each delivery stores its name, so the name only changes with a migration. */
export type Handler = Readonly<{
  name: string;
  /** The handlers of the same event that must be over before this one starts. */
  after: readonly string[];
  run(call: CallContext, payload: unknown): Promise<unknown>;
}>;

/** One kind of event with the handlers that follow from it. */
export type Following = Readonly<{ type: string; handlers: readonly Handler[] }>;

type Run<S extends z.ZodObject> = (call: CallContext, payload: z.output<S>) => Promise<unknown>;

/**
 * Connects a kind of event with the verbs that follow from it, each under its own name; they receive the payload of its catalogue.
 * Handlers run independently of each other, unless one names those it comes after.
 */
export function on<S extends z.ZodObject, H extends string>(
  kind: EventKind<S>,
  said: Readonly<Record<H, Run<S> | Readonly<{ run: Run<S>; after: readonly NoInfer<H>[] }>>>,
): Following {
  const handlers = Object.entries<Run<S> | Readonly<{ run: Run<S>; after: readonly H[] }>>(said).map(
    ([name, one]) => {
      const { run, after } = typeof one === "function" ? { run: one, after: [] } : one;
      return {
        name,
        after,
        run: async (call: CallContext, payload: unknown) => run(call, kind.payload.parse(payload)),
      };
    },
  );
  return { type: kind.type, handlers };
}
