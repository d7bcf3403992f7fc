import "server-only";
import { headers } from "next/headers";
import { DomainError } from "@/kernel/errors";
import { lookUp } from "@/modules/lookup/look-up";
import type { LookUpWire } from "@/modules/lookup/schema";
import { handle, queryOf } from "../api/route";
import { pageCall } from "../page/page";
import { takeLookUp } from "../request/request-limit";

export type LookUpAsked = Readonly<{ platform?: string; handle?: string; address?: string; work?: string }>;

/** The result of the look-up page: an answer, or the field to correct (`reason` is a key of the page's messages). */
export type LookUpResult =
  | Readonly<{ ok: true; value: LookUpWire }>
  | Readonly<{ ok: false; field: string; reason: string; retryAfter: number }>;

/** One look-up by a form: counted, and a refusal is a value, because the page keeps what was typed. */
export async function lookUpForPage(asked: LookUpAsked): Promise<LookUpResult> {
  const call = await pageCall();
  try {
    await takeLookUp(call.actor, await headers());
    return { ok: true, value: await lookUp(call, asked) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { field, reason, retryAfter } = error.detail;
    return {
      ok: false,
      field: typeof field === "string" ? field : "",
      reason:
        error.code === "RATE_LIMITED" ? "rate_limited" : typeof reason === "string" ? reason : "invalid",
      retryAfter: typeof retryAfter === "number" ? retryAfter : 0,
    };
  }
}

/** The same for programs, with the same count. */
export const lookUpRoute = handle(async (request, call) => {
  await takeLookUp(call.actor, request.headers);
  return Response.json(await lookUp(call, queryOf(request)));
});
