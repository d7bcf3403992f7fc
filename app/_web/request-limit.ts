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

/** Counts one public look-up, so that names cannot be tried out at speed; a signed-in caller is counted as such. */
export async function takeLookUp(actor: Actor, headers: Headers): Promise<Allowance> {
  const caller =
    actor.kind === "user" || actor.kind === "apiKey"
      ? `person:${actor.kind === "user" ? actor.personId : actor.keyId}`
      : `address:${networkOf(addressOf(headers))}`;
  return consume("look-up", caller, LIMITS.lookUpsPerHour, 60 * MINUTE);
}

/** An IPv6 caller has a whole /64 to take addresses from, so that is what is counted. */
export function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = address.includes("::") ? tail.split(":").filter(Boolean) : [];
  const groups = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
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
