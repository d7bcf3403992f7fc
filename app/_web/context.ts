import "server-only";
import type { CallContext } from "@/infra/command";
import { type Actor, ANONYMOUS } from "@/kernel/actor";

/** Who calls an API address: a Bearer key, or the session cookie of a same-origin page. */
export async function callFromRequest(request: Request): Promise<CallContext> {
  const actor: Actor = ANONYMOUS;
  return {
    actor,
    requestId: requestIdOf(request.headers),
    idempotencyKey: request.headers.get("idempotency-key") ?? undefined,
  };
}

/** proxy.ts sets the id; outside it (tests) one is made here. */
export function requestIdOf(headers: Headers): string {
  return headers.get("x-request-id") ?? crypto.randomUUID();
}
