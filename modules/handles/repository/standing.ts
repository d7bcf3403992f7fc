import { db } from "@/infra/db/db";

type Seat = Readonly<{ platformId: string; name: string }>;

/** Of these seats those that somebody has proved and holds now. */
export async function takenSeatRows(seats: readonly Seat[]): Promise<readonly Seat[]> {
  if (seats.length === 0) return [];
  return db.prisma.handlePeriod.findMany({
    where: { endedAt: null, OR: seats.map(({ platformId, name }) => ({ platformId, name })) },
    select: { platformId: true, name: true },
  });
}

/** Platforms whose contributors are host names; few. */
export async function hostNamedPlatformIds(take: number): Promise<readonly string[]> {
  const rows = await db.prisma.platformProofRule.findMany({
    where: { namesAreHosts: true },
    select: { platformId: true },
    orderBy: { platformId: "asc" },
    take,
  });
  return rows.map((row) => row.platformId);
}
