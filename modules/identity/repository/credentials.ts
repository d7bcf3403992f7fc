import { db } from "@/infra/db/db";
import type { OrganisationKind, Role } from "@/kernel/actor";
import { idleBound } from "../domain/session";

export type MembershipRow = Readonly<{
  organisationId: string;
  kind: OrganisationKind;
  role: Role;
  state: string;
}>;

export type SessionRow = Readonly<{
  id: string;
  personId: string;
  signedInAt: Date;
  lastSeenAt: Date;
  hasSecondStep: boolean;
  memberships: readonly MembershipRow[];
}>;

/**
 * A living session by the digest of its cookie, with its person's memberships: one round trip, since every page asks. A
 * session whose person has a second step is nobody's until it was passed; this is the one place where that is decided.
 */
export async function findSession(tokenHash: string, now: Date): Promise<SessionRow | null> {
  const { rows } = await db.pool.query<{
    id: string;
    person_id: string;
    signed_in_at: Date;
    last_seen_at: Date;
    has_second_step: boolean;
    memberships: MembershipRow[];
  }>(
    `SELECT s.id, s.person_id, s.signed_in_at, s.last_seen_at, t.person_id IS NOT NULL AS has_second_step,
       coalesce(json_agg(json_build_object('organisationId', o.id, 'kind', o.kind, 'role', m.role, 'state', o.state)
         ORDER BY m.created_at, m.id) FILTER (WHERE m.id IS NOT NULL), '[]') AS memberships
     FROM session s
     LEFT JOIN second_step t ON t.person_id = s.person_id AND t.confirmed_at IS NOT NULL
     LEFT JOIN parties_membership_view m ON m.person_id = s.person_id
     LEFT JOIN parties_organisation_view o ON o.id = m.organisation_id
     WHERE s.session_token_hash = $1 AND s.expires > $2 AND s.last_seen_at > $3
       AND (t.person_id IS NULL OR s.second_step_at IS NOT NULL)
     GROUP BY s.id, t.person_id`,
    [tokenHash, now, idleBound(now)],
  );
  const row = rows[0];
  return row === undefined
    ? null
    : {
        id: row.id,
        personId: row.person_id,
        signedInAt: row.signed_in_at,
        lastSeenAt: row.last_seen_at,
        hasSecondStep: row.has_second_step,
        memberships: row.memberships,
      };
}

export async function touchSession(id: string, now: Date): Promise<void> {
  await db.pool.query("UPDATE session SET last_seen_at = $2 WHERE id = $1", [id, now]);
}

export type ApiKeyRow = Readonly<{
  id: string;
  scopes: readonly string[];
  personId: string | null;
  organisation: Readonly<{ id: string; kind: OrganisationKind; state: string }> | null;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
}>;

/** A key that is not revoked, by the digest of its secret; it may have expired. */
export async function findApiKey(secretHash: string): Promise<ApiKeyRow | null> {
  const { rows } = await db.pool.query<{
    id: string;
    scopes: string[];
    person_id: string | null;
    last_used_at: Date | null;
    expires_at: Date | null;
    organisation_id: string | null;
    kind: OrganisationKind | null;
    state: string | null;
  }>(
    `SELECT k.id, k.scopes, k.person_id, k.last_used_at, k.expires_at, o.id AS organisation_id, o.kind, o.state
     FROM api_key k LEFT JOIN parties_organisation_view o ON o.id = k.organisation_id
     WHERE k.secret_hash = $1 AND k.revoked_at IS NULL`,
    [secretHash],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { organisation_id: id, kind, state } = row;
  return {
    id: row.id,
    scopes: row.scopes,
    personId: row.person_id,
    organisation: id === null || kind === null || state === null ? null : { id, kind, state },
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  };
}

export async function touchApiKey(id: string, now: Date): Promise<void> {
  await db.pool.query("UPDATE api_key SET last_used_at = $2 WHERE id = $1", [id, now]);
}
