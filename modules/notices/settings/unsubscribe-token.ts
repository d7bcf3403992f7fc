import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/infra/env";
import { ALWAYS_MAILED, TOPICS, type Topic } from "../domain/kinds";

/** What a link in a mail can end: one topic, or a digest as a whole. */
export type Unsubscribable = Topic | "daily" | "weekly";

/** The secret in a mail's unsubscribe link. Derived from whom it is for and what it ends, so it is stored nowhere. */
export function unsubscribeToken(personId: string, what: Unsubscribable): string {
  return `${personId}.${what}.${signature(personId, what)}`;
}

/** Whom a token is for and what it ends; null when it is not one of ours. */
export function readUnsubscribeToken(
  token: string,
): Readonly<{ personId: string; what: Unsubscribable }> | null {
  const [personId = "", name = "", given = ""] = token.split(".");
  const what = ([...TOPICS, "daily", "weekly"] as const).find((known) => known === name);
  // Links in security mails of the past end nothing any more.
  if (what === undefined || (ALWAYS_MAILED as readonly string[]).includes(what)) return null;
  const [mine, theirs] = [Buffer.from(signature(personId, what)), Buffer.from(given)];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs) ? { personId, what } : null;
}

const signature = (personId: string, what: string) =>
  createHmac("sha256", env().REMIT_SECRET)
    .update(`notices.unsubscribe:${personId}:${what}`)
    .digest("base64url");
