import { db, type Prisma, type Tx } from "@/infra/db/db";
import { SCOPES, type Scope } from "@/kernel/actor";

export type ApiKeyRecord = Readonly<{
  id: string;
  name: string;
  prefix: string;
  scopes: readonly Scope[];
  personId: string | null;
  organisationId: string | null;
  createdBy: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date | null;
}>;

const toKey = (row: Omit<Prisma.ApiKeyGetPayload<object>, "secretHash">): ApiKeyRecord => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: SCOPES.filter((scope) => row.scopes.includes(scope)),
  personId: row.personId,
  organisationId: row.organisationId,
  createdBy: row.createdBy,
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
  revokedAt: row.revokedAt,
  expiresAt: row.expiresAt,
});

export async function insertApiKey(tx: Tx, key: ApiKeyRecord, secretHash: string): Promise<void> {
  await tx.prisma.apiKey.create({ data: { ...key, scopes: [...key.scopes], secretHash } });
}

export async function findApiKeyById(tx: Pick<Tx, "prisma">, id: string): Promise<ApiKeyRecord | null> {
  const row = await tx.prisma.apiKey.findUnique({ where: { id } });
  return row === null ? null : toKey(row);
}

export async function markRevoked(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.prisma.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
}

export type Holder = Readonly<{ organisationId: string } | { personId: string }>;

/** Keys that work first, newest first; then those that were revoked or have expired, whichever ended last before others. */
export async function apiKeysOf(holder: Holder, now: Date): Promise<ApiKeyRecord[]> {
  const [column, id] =
    "organisationId" in holder ? ["organisation_id", holder.organisationId] : ["person_id", holder.personId];
  const { rows } = await db.pool.query<Parameters<typeof toKey>[0]>(
    `SELECT id, name, prefix, scopes, person_id AS "personId", organisation_id AS "organisationId",
       created_by AS "createdBy", created_at AS "createdAt", last_used_at AS "lastUsedAt",
       revoked_at AS "revokedAt", expires_at AS "expiresAt"
     FROM api_key, LATERAL (SELECT least(revoked_at, expires_at) AS ends_at) e
     WHERE ${column} = $1
     ORDER BY CASE WHEN ends_at <= $2 THEN ends_at END DESC NULLS FIRST, created_at DESC, id DESC
     LIMIT 200`,
    [id, now],
  );
  return rows.map(toKey);
}

/** Nobody else makes a key of this holder until the end of the transaction. */
export async function lockKeysOf(tx: Tx, holder: Holder): Promise<void> {
  const id = "organisationId" in holder ? holder.organisationId : holder.personId;
  await tx.prisma.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`api-keys-of:${id}`}, 0))::text`;
}

export async function countLivingKeys(tx: Pick<Tx, "prisma">, holder: Holder, now: Date): Promise<number> {
  return tx.prisma.apiKey.count({
    where: { ...holder, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
  });
}

/** Keys that still work, expire until then, and were used not long ago; whichever expires first comes first. */
export async function keysExpiring(
  asked: Readonly<{ now: Date; until: Date; usedSince: Date }>,
): Promise<ApiKeyRecord[]> {
  const rows = await db.prisma.apiKey.findMany({
    where: {
      revokedAt: null,
      expiresAt: { gt: asked.now, lte: asked.until },
      lastUsedAt: { gte: asked.usedSince },
    },
    orderBy: [{ expiresAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toKey);
}
