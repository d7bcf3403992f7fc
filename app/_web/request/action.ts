import "server-only";
import { headers } from "next/headers";
import { refusalOfFailure } from "@/infra/db/failure";
import { logger } from "@/infra/logger";
import { type AnyVerb, callVerb } from "@/infra/verb/verb";
import { DomainError, type ErrorCode, type FieldFault } from "@/kernel/errors";
import type { Changed } from "@/ui/form/faults";
import { pageCall } from "../page/page";
import { internalWords, problemWords } from "../problem/problem-words";
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
      changed?: Changed;
    }>;

/** The same verb as the API's, called by a form of the signed-in person. */
export async function runAction<T>(
  verb: AnyVerb,
  input: unknown,
  fieldsOf: FieldsOf = plainFields,
): Promise<ActionResult<T>> {
  const call = await pageCall();
  const work = async () => {
    await takeAllowance(call.actor, await headers()); // The same as for the API: a form is no way around it.
    return (await callVerb(verb, call, input)) as T;
  };
  return actionResult(call.requestId, work, fieldsOf);
}

/** What the fields of a form would say about what is stored. */
export type FieldsOf = (current: Record<string, unknown>) => Changed["fields"];

const plainFields: FieldsOf = (current) =>
  Object.fromEntries(Object.entries(current).map(([name, value]) => [name, fieldText(value)]));

function fieldText(value: unknown): readonly string[] {
  if (value === null || value === undefined || value === "") return [""];
  if (typeof value === "boolean") return value ? ["on"] : [];
  return [typeof value === "object" ? JSON.stringify(value, null, 2) : String(value)];
}

function changedOf({ detail }: DomainError, fieldsOf: FieldsOf): Changed {
  const { version, changedBy, changedAt, current } = detail as {
    version: string;
    changedBy: Changed["by"];
    changedAt: string | null;
    current: Record<string, unknown> | null;
  };
  return { version, by: changedBy, at: changedAt, fields: current === null ? {} : fieldsOf(current) };
}

/** What a form gets back of some work: its value, or the refusal in words. */
export async function actionResult<T>(
  requestId: string,
  work: () => Promise<T>,
  fieldsOf: FieldsOf = plainFields,
): Promise<ActionResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const refusal = error instanceof DomainError ? error : refusalOfFailure(error);
    if (!(error instanceof DomainError)) logger.error({ err: error, requestId }, "action failed");
    if (refusal !== null)
      return {
        ...{ ok: false, code: refusal.code, ...(await problemWords(refusal)), requestId },
        ...(refusal.code === "CHANGED_MEANWHILE" ? { changed: changedOf(refusal, fieldsOf) } : {}),
      };
    return { ok: false, code: "INTERNAL", message: await internalWords(), faults: [], requestId };
  }
}
