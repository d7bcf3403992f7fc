import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "@/kernel/errors";
import { db } from "../db/db";

/** What is left of an allowance after this use; `resetSeconds` until the window starts again. */
export type Allowance = Readonly<{ limit: number; remaining: number; resetSeconds: number }>;

const shared = globalThis as { remitLimiters?: Map<string, RateLimiterPostgres> };

/**
 * Takes one of the `points` uses that `key` has of `name` in `seconds`. All processes count together in PostgreSQL; while it
 * does not answer, each counts for itself. Throws RATE_LIMITED with `retryAfter` (seconds), `limit` and `resetSeconds`.
 */
export async function consume(
  name: string,
  key: string,
  points: number,
  seconds: number,
): Promise<Allowance> {
  try {
    const result = await limiter(name, points, seconds).consume(key.slice(0, 180));
    return {
      limit: points,
      remaining: result.remainingPoints,
      resetSeconds: Math.ceil(result.msBeforeNext / 1000),
    };
  } catch (refused) {
    if (!isRefusal(refused)) throw refused;
    const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new DomainError("RATE_LIMITED", `Too many requests. Try again in ${inWords(retryAfter)}.`, {
      detail: { retryAfter, limit: points, resetSeconds: retryAfter },
    });
  }
}

/**
 * Known by its shape, not by its class: Next bundles the library once for routes and once for pages, the limiters are shared
 * by both (globalThis), and the class of one bundle is not the class of the other. `instanceof` would make a 500 of a 429.
 */
function isRefusal(thrown: unknown): thrown is RateLimiterRes {
  return (
    typeof thrown === "object" && thrown !== null && "msBeforeNext" in thrown && !(thrown instanceof Error)
  );
}

/** Gives one use back that `consume` took: for what counts failures only and knows afterwards that there was none. */
export async function giveBack(name: string, key: string, points: number, seconds: number): Promise<void> {
  await limiter(name, points, seconds).reward(key.slice(0, 180));
}

function limiter(name: string, points: number, duration: number): RateLimiterPostgres {
  shared.remitLimiters ??= new Map();
  const id = `${name}/${points}/${duration}`;
  const known = shared.remitLimiters.get(id);
  // A pool that was closed (tests, restarts) takes its limiters with it.
  if (known !== undefined && (known as unknown as { client: unknown }).client === db.pool) return known;
  const made = new RateLimiterPostgres({
    storeClient: db.pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
  });
  shared.remitLimiters.set(id, made);
  return made;
}

const inWords = (seconds: number) =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
