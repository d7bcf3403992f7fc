import "server-only";
import { headers } from "next/headers";
import { refusalOfFailure } from "@/infra/failure";
import { logger } from "@/infra/logger";
import { type AnyVerb, callVerb } from "@/infra/verb";
import { DomainError, type ErrorCode, type FieldFault } from "@/kernel/errors";
import { pageCall } from "./page";
import { internalWords, problemWords } from "./problem-words";
import { takeAllowance } from "./request-limit";

/** What a form gets back, in the page's language; never the text of an unknown error. */
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
  return actionResult(call.requestId, async () => {
    await takeAllowance(call.actor, await headers()); // The same as for the API: a form is no way around it.
    return (await callVerb(verb, call, input)) as T;
  });
}

/** What a form gets back of some work: its value, or the refusal in words. */
export async function actionResult<T>(requestId: string, work: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const refusal = error instanceof DomainError ? error : refusalOfFailure(error);
    if (!(error instanceof DomainError)) logger.error({ err: error, requestId }, "action failed");
    if (refusal !== null)
      return { ok: false, code: refusal.code, ...(await problemWords(refusal)), requestId };
    return { ok: false, code: "INTERNAL", message: await internalWords(), faults: [], requestId };
  }
}
