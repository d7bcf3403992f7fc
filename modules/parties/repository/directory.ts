import { db } from "@/infra/db";

export type DirectoryRow = Readonly<{ id: string; name: string; host: string | null }>;
const shown = { id: true, name: true, host: true } as const;

/** Verified platforms by name. */
export async function verifiedPlatformRows(take: number): Promise<readonly DirectoryRow[]> {
  return db.prisma.organisation.findMany({
    where: { kind: "platform", state: "verified" },
    select: shown,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take,
  });
}

/** Ids of platforms that are verified or were at some time. Operators look at each, so they are not many. */
export async function everVerifiedIds(): Promise<readonly string[]> {
  const rows = await db.prisma.organisation.findMany({
    where: { kind: "platform", OR: [{ state: "verified" }, { verifiedAt: { not: null } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Verified platforms that are on one of these hosts, bear this id, or are called exactly this. */
export async function platformRowsNamed(
  of: Readonly<{ hosts: readonly string[]; id?: string; name?: string }>,
): Promise<readonly DirectoryRow[]> {
  return db.prisma.organisation.findMany({
    where: {
      kind: "platform",
      state: "verified",
      OR: [
        { host: { in: [...of.hosts] } },
        ...(of.id === undefined ? [] : [{ id: of.id }]),
        ...(of.name === undefined
          ? []
          : [{ name: { equals: literal(of.name), mode: "insensitive" as const } }]),
      ],
    },
    select: shown,
    orderBy: { id: "asc" },
    take: 5,
  });
}

// Prisma compares without case by ILIKE, in which % and _ stand for anything.
const literal = (text: string) => text.replace(/[\\%_]/g, "\\$&");
