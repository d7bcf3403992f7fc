import { db, type Prisma, type Tx } from "@/infra/db";
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
}>;

const toKey = (row: Prisma.ApiKeyGetPayload<object>): ApiKeyRecord => ({
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

/** Living keys first, then revoked ones, newest first. */
export async function apiKeysOf(holder: Holder): Promise<ApiKeyRecord[]> {
  const rows = await db.prisma.apiKey.findMany({
    where: holder,
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.map(toKey);
}

export async function countLivingKeys(tx: Tx, holder: Holder): Promise<number> {
  return tx.prisma.apiKey.count({ where: { ...holder, revokedAt: null } });
}

/** Names for lists, by id; of one organisation's keys alone where it is given. */
export async function keyNamesOf(
  ids: readonly string[],
  organisationId?: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.prisma.apiKey.findMany({
    where: { id: { in: [...ids] }, ...(organisationId === undefined ? {} : { organisationId }) },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
