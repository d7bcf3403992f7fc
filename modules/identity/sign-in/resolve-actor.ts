import { now as clockNow } from "@/infra/clock";
import { digestOf } from "@/infra/crypto/secret-digest";
import { type Actor, SCOPES, type Scope } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { hasExpired } from "../domain/key-life";
import { findApiKey, findSession, touchApiKey, touchSession } from "../repository/credentials";
import { API_KEY_MARK } from "../secrets";
import { operatorsNeedSecondStep } from "../two-factor/second-step-duty";

// "Last seen" and "last used" are for people's eyes: one write a minute keeps reads from becoming writes.
const TOUCH_MS = 60_000;

const isStale = (at: Date | null, now: Date) => at === null || now.getTime() - at.getTime() >= TOUCH_MS;

/** The signed-in person behind a session cookie, or null when the cookie opens nothing (any more, or yet). */
export async function actorOfSession(token: string, now: Date = clockNow()): Promise<Actor | null> {
  if (token.length < 20 || token.length > 200) return null;
  const session = await findSession(digestOf(token), now);
  if (session === null) return null;
  if (isStale(session.lastSeenAt, now)) await touchSession(session.id, now);
  const { memberships } = session;
  const mayOperate = session.hasSecondStep || !operatorsNeedSecondStep();
  // What is not here is not there for any verb or query: an operator without a second step is like everybody else.
  const held = mayOperate ? memberships : memberships.filter(({ kind }) => kind !== "operator");
  return {
    kind: "user",
    personId: session.personId,
    sessionId: session.id,
    signedInAt: session.signedInAt,
    memberships: held.map(({ organisationId, kind, role, state }) => ({
      organisationId,
      kind,
      // A suspended organisation can still be read by its people; nothing of it can be changed.
      role: state === "suspended" ? "billing" : role,
    })),
  };
}

/**
 * The key behind a Bearer token, or null when it is unknown or revoked. It may do exactly what its scopes say.
 * Throws NOT_SIGNED_IN when it has expired: only who has the whole secret comes this far, so nobody else learns of it.
 */
export async function actorOfApiKey(secret: string, now: Date = clockNow()): Promise<Actor | null> {
  if (!secret.startsWith(API_KEY_MARK) || secret.length > 200) return null;
  const key = await findApiKey(digestOf(secret));
  if (key === null) return null;
  if (key.expiresAt !== null && hasExpired(key.expiresAt, now)) throw expired(key.expiresAt);
  if (isStale(key.lastUsedAt, now)) await touchApiKey(key.id, now);
  const { organisation } = key;
  const suspended = organisation?.state === "suspended";
  return {
    kind: "apiKey",
    keyId: key.id,
    scopes: SCOPES.filter(
      (scope: Scope) => key.scopes.includes(scope) && (!suspended || scope.endsWith(":read")),
    ),
    personId: key.personId,
    membership:
      organisation === null
        ? null
        : { organisationId: organisation.id, kind: organisation.kind, role: "owner" },
  };
}

function expired(at: Date): DomainError {
  const expiredAt = at.toISOString();
  return new DomainError(
    "NOT_SIGNED_IN",
    `This key expired on ${expiredAt.slice(0, 10)} (UTC). Create a new one.`,
    { detail: { because: "key_expired", expiredAt } },
  );
}
