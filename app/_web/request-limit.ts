import "server-only";
import { type Allowance, consume } from "@/infra/rate-limit";
import type { Actor } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";

const MINUTE = 60;

/** Counts one request against its caller: a key, a person, or the address of somebody unknown. */
export async function takeAllowance(actor: Actor, headers: Headers): Promise<Allowance> {
  switch (actor.kind) {
    case "apiKey":
      return consume("api", `key:${actor.keyId}`, LIMITS.apiRequestsPerMinute, MINUTE);
    case "user":
      return consume("api", `person:${actor.personId}`, LIMITS.apiRequestsPerMinute, MINUTE);
    case "system":
      return {
        limit: LIMITS.apiRequestsPerMinute,
        remaining: LIMITS.apiRequestsPerMinute,
        resetSeconds: MINUTE,
      };
    case "anonymous":
      return takeAnonymousAllowance(headers);
  }
}

/** Counts one request against the address it comes from. */
export async function takeAnonymousAllowance(headers: Headers): Promise<Allowance> {
  return consume("api", `address:${addressOf(headers)}`, LIMITS.anonymousRequestsPerMinute, MINUTE);
}

/** The headers of draft-ietf-httpapi-ratelimit-headers-06, which clients know best. */
export function allowanceHeaders(allowance: Allowance): readonly (readonly [string, string])[] {
  return [
    ["ratelimit-limit", String(allowance.limit)],
    ["ratelimit-remaining", String(allowance.remaining)],
    ["ratelimit-reset", String(allowance.resetSeconds)],
  ];
}

// The last hop is the one our own proxy saw; what stands before it could have been written by anybody.
function addressOf(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "direct";
}
