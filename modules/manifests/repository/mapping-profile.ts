import { db, type Prisma, type Tx } from "@/infra/db/db";
import { notFound } from "@/kernel/errors";
import type { Mapping } from "../domain/fields";

export type MappingProfile = Readonly<{
  id: string;
  organisationId: string;
  name: string;
  mapping: Mapping;
  createdAt: Date;
}>;

const toProfile = (row: Prisma.MappingProfileGetPayload<object>): MappingProfile => ({
  ...row,
  mapping: row.mapping as Mapping,
});

export async function listProfiles(organisationId: string): Promise<MappingProfile[]> {
  return (
    await db.prisma.mappingProfile.findMany({ where: { organisationId }, orderBy: { name: "asc" } })
  ).map(toProfile);
}

/** An organisation's mappings; nobody else saves one of them until the transaction ends. */
export async function lockProfiles(tx: Tx, organisationId: string): Promise<MappingProfile[]> {
  const lock = `manifests:mapping-profiles:${organisationId}`;
  await tx.prisma.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))::text`;
  return (
    await tx.prisma.mappingProfile.findMany({ where: { organisationId }, orderBy: { name: "asc" } })
  ).map(toProfile);
}

export async function findProfile(id: string): Promise<MappingProfile | null> {
  const row = await db.prisma.mappingProfile.findUnique({ where: { id } });
  return row === null ? null : toProfile(row);
}

/** The mapping saved under this name or id at this platform. Throws NOT_FOUND. */
export async function mappingOfProfile(organisationId: string, nameOrId: string): Promise<Mapping> {
  const row = await db.prisma.mappingProfile.findFirst({
    where: { organisationId, OR: [{ id: nameOrId }, { name: nameOrId }] },
  });
  if (row === null) throw notFound("mapping profile");
  return toProfile(row).mapping;
}

/** Saving under a name that is taken replaces the mapping. */
export async function upsertProfile(
  tx: Tx,
  profile: MappingProfile & { createdBy: string },
): Promise<MappingProfile> {
  const mapping = profile.mapping as Prisma.InputJsonObject;
  const row = await tx.prisma.mappingProfile.upsert({
    where: { organisationId_name: { organisationId: profile.organisationId, name: profile.name } },
    create: { ...profile, mapping },
    update: { mapping },
  });
  return toProfile(row);
}

export async function removeProfile(tx: Tx, id: string): Promise<void> {
  await tx.prisma.mappingProfile.delete({ where: { id } });
}
