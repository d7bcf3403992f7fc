import { db } from "@/infra/db/db";

export type DirectoryRow = Readonly<{ id: string; name: string; host: string | null }>;
const shown = { id: true, name: true, host: true } as const;

/** Ids of platforms that are verified or were at some time. Operators look at each, so they are not many. */
export async function everVerifiedIds(): Promise<readonly string[]> {
  const rows = await db.prisma.organisation.findMany({
    where: { kind: "platform", OR: [{ state: "verified" }, { verifiedAt: { not: null } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Verified platforms that are on one of these hosts, or bear this id. */
export async function platformRowsAt(
  of: Readonly<{ hosts: readonly string[]; id?: string }>,
): Promise<readonly DirectoryRow[]> {
  return db.prisma.organisation.findMany({
    where: {
      kind: "platform",
      state: "verified",
      OR: [{ host: { in: [...of.hosts] } }, ...(of.id === undefined ? [] : [{ id: of.id }])],
    },
    select: shown,
    orderBy: { id: "asc" },
    take: 5,
  });
}

/** Every verified platform. Operators look at each, so they are not many. */
export async function everyPlatformRow(): Promise<readonly DirectoryRow[]> {
  return db.prisma.organisation.findMany({
    where: { kind: "platform", state: "verified" },
    select: shown,
    orderBy: { id: "asc" },
  });
}
