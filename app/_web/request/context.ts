import "server-only";
import { env } from "@/infra/env";
import type { CallContext } from "@/infra/verb/command";
import { type Actor, ANONYMOUS } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { actorOfApiKey, actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { sessionTokenIn } from "../sign-in/session-cookie";

/** Who calls an API address: a Bearer key, or the session cookie of a same-origin page. */
export async function callFromRequest(request: Request): Promise<CallContext> {
  return {
    actor: await actorOf(request),
    requestId: requestIdOf(request.headers),
    idempotencyKey: request.headers.get("idempotency-key") ?? undefined,
  };
}

/** scripts/web.mjs and proxy.ts set the id; outside of them (tests) one is made here. */
export function requestIdOf(headers: Headers): string {
  return headers.get("x-request-id") ?? crypto.randomUUID();
}

async function actorOf(request: Request): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const secret = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
    const actor = secret === undefined ? null : await actorOfApiKey(secret);
    // A wrong key is never quietly treated as nobody: the caller would look for its fault elsewhere.
    if (actor === null) throw new DomainError("NOT_SIGNED_IN", "This API key is unknown or was revoked.");
    return actor;
  }
  const token = sessionTokenIn(request.headers.get("cookie"));
  const actor = token === null ? null : await actorOfSession(token);
  if (actor === null) return ANONYMOUS;
  if (!isSafe(request.method) && !isSameOrigin(request.headers)) {
    throw new DomainError(
      "CROSS_SITE_REQUEST",
      "A signed-in browser may only send this from Remit's own pages. Programs use an API key.",
    );
  }
  return actor;
}

const isSafe = (method: string) => method === "GET" || method === "HEAD" || method === "OPTIONS";

/** Both headers are set by the browser and cannot be forged by a page; without either the request is refused. */
function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const { host, origin: from } = new URL(origin);
  return from === new URL(env().REMIT_URL).origin || host === headers.get("host");
}
