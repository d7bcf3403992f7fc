import "server-only";
import { type Allowance, consume } from "@/infra/net/rate-limit";
import type { Actor } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";
import { clientOf } from "./client";

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
  return consume("api", `address:${clientOf(headers)}`, LIMITS.anonymousRequestsPerMinute, MINUTE);
}

/** Counts one public look-up, so that names cannot be tried out at speed; a signed-in caller is counted as such. */
export async function takeLookUp(actor: Actor, headers: Headers): Promise<Allowance> {
  const caller =
    actor.kind === "user" || actor.kind === "apiKey"
      ? `person:${actor.kind === "user" ? actor.personId : actor.keyId}`
      : `address:${clientOf(headers)}`;
  return consume("look-up", caller, LIMITS.lookUpsPerHour, 60 * MINUTE);
}

/** The headers of draft-ietf-httpapi-ratelimit-headers-06, which clients know best. */
export function allowanceHeaders(allowance: Allowance): readonly (readonly [string, string])[] {
  return [
    ["ratelimit-limit", String(allowance.limit)],
    ["ratelimit-remaining", String(allowance.remaining)],
    ["ratelimit-reset", String(allowance.resetSeconds)],
  ];
}
