import "server-only";
import { logger } from "@/infra/logger";
import { type AnyVerb, callVerb } from "@/infra/verb";
import { DomainError, type ErrorCode, type FieldFault } from "@/kernel/errors";
import { pageCall } from "./page";

/** What a form gets back. `message` is a DomainError's own text, or a plain sentence; never an unknown error's. */
export type ActionResult<T = unknown> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{
      ok: false;
      code: ErrorCode | "INTERNAL";
      message: string;
      faults: readonly FieldFault[];
      requestId: string;
    }>;

/** The same verb as the API's, called by a form of the signed-in person. */
export async function runAction<T>(verb: AnyVerb, input: unknown): Promise<ActionResult<T>> {
  const call = await pageCall();
  try {
    return { ok: true, value: (await callVerb(verb, call, input)) as T };
  } catch (error) {
    if (error instanceof DomainError) {
      return {
        ok: false,
        code: error.code,
        message: error.message,
        faults: error.faults,
        requestId: call.requestId,
      };
    }
    logger.error({ err: error, requestId: call.requestId }, "action failed");
    return {
      ok: false,
      code: "INTERNAL",
      message: "Something went wrong on our side. Nothing was changed; try again.",
      faults: [],
      requestId: call.requestId,
    };
  }
}
