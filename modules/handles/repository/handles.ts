import { db, type Prisma, type Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import type { HandleState, Seat } from "../domain/handle";

export type HandleRow = Readonly<{
  id: string;
  platformId: string;
  name: string;
  shownName: string;
  personId: string;
  state: HandleState;
  verifiedAt: Date | null;
  createdAt: Date;
}>;

type Row = Prisma.HandleGetPayload<object>;
export const toHandle = (row: Row): HandleRow => ({ ...row, state: row.state as HandleState });

/** No other claim of this person is made until the end of the transaction. */
export async function lockClaimsOf(tx: Tx, personId: string): Promise<void> {
  const key = `works.claims-of:${personId}`;
  await tx.prisma.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
}

/** Serialises everything that decides about one seat: claims, proofs, releases, disputes. Held until commit. */
export async function lockSeat(tx: Tx, platformId: string, name: string): Promise<void> {
  const key = `works.seat:${platformId}:${name}`;
  await tx.prisma.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
}

export async function findHandle(id: string, tx?: Tx): Promise<HandleRow | null> {
  const row = await (tx?.prisma ?? db.prisma).handle.findUnique({ where: { id } });
  return row === null ? null : toHandle(row);
}

export async function findClaim(
  tx: Tx,
  key: Readonly<{ platformId: string; name: string; personId: string }>,
): Promise<HandleRow | null> {
  const row = await tx.prisma.handle.findUnique({ where: { platformId_name_personId: key } });
  return row === null ? null : toHandle(row);
}

export async function insertHandle(tx: Tx, handle: HandleRow): Promise<void> {
  await tx.prisma.handle.create({ data: handle });
}

export async function setHandleState(
  tx: Tx,
  id: string,
  change: Readonly<{ state: HandleState; verifiedAt?: Date | null; shownName?: string }>,
): Promise<void> {
  await tx.prisma.handle.update({ where: { id }, data: change });
}

export async function countPendingClaims(tx: Tx, personId: string): Promise<number> {
  return tx.prisma.handle.count({ where: { personId, state: "pending" } });
}

/** The proof period that runs now for a seat, or null when nobody holds it. */
export async function runningPeriod(
  tx: Tx,
  platformId: string,
  name: string,
): Promise<(NonNullable<Seat> & { id: string; personId: string; verifiedAt: Date }) | null> {
  return tx.prisma.handlePeriod.findFirst({
    where: { platformId, name, endedAt: null },
    select: { id: true, handleId: true, personId: true, disputed: true, verifiedAt: true },
  });
}

/** Who held a seat and lost it in a dispute. */
export async function lostBy(
  tx: Tx,
  platformId: string,
  name: string,
): Promise<readonly Readonly<{ handleId: string; personId: string }>[]> {
  return tx.prisma.handlePeriod.findMany({
    where: { platformId, name, endReason: "lost" },
    select: { handleId: true, personId: true },
    orderBy: { verifiedAt: "asc" },
  });
}

/** Of these handles, the ids of those whose seat somebody else holds now. */
export async function heldByOthers(
  handles: readonly Readonly<{ id: string; platformId: string; name: string }>[],
  tx?: Tx,
): Promise<ReadonlySet<string>> {
  if (handles.length === 0) return new Set();
  const periods = await (tx?.prisma ?? db.prisma).handlePeriod.findMany({
    where: { endedAt: null, OR: handles.map(({ platformId, name }) => ({ platformId, name })) },
    select: { handleId: true, platformId: true, name: true },
  });
  const holders = new Map(periods.map((period) => [`${period.platformId} ${period.name}`, period.handleId]));
  const isHeld = (handle: (typeof handles)[number]) => {
    const holder = holders.get(`${handle.platformId} ${handle.name}`);
    return holder !== undefined && holder !== handle.id;
  };
  return new Set(handles.filter(isHeld).map(({ id }) => id));
}

export async function startPeriod(
  tx: Tx,
  handle: Pick<HandleRow, "id" | "platformId" | "name" | "personId">,
  at: Date,
  disputed = false,
): Promise<void> {
  const { id: handleId, platformId, name, personId } = handle;
  await tx.prisma.handlePeriod.create({
    data: {
      id: newId("handlePeriod", at),
      handleId,
      platformId,
      name,
      personId,
      disputed,
      verifiedAt: await notBeforeLast(tx, platformId, name, at),
    },
  });
}

// Two acts in one millisecond, or clocks of two servers apart: periods stay in order all the same.
async function notBeforeLast(tx: Tx, platformId: string, name: string, at: Date): Promise<Date> {
  const last = await tx.prisma.handlePeriod.aggregate({
    where: { platformId, name },
    _max: { endedAt: true },
  });
  const ended = last._max.endedAt;
  return ended !== null && ended > at ? ended : at;
}

export async function endPeriod(
  tx: Tx,
  period: Readonly<{ id: string; verifiedAt: Date }>,
  at: Date,
  endReason: "released" | "disputed" | "settled" | "lost",
): Promise<void> {
  const endedAt = at > period.verifiedAt ? at : period.verifiedAt;
  await tx.prisma.handlePeriod.update({ where: { id: period.id }, data: { endedAt, endReason } });
}

const withProofs = {
  proofs: {
    orderBy: { id: "desc" },
    take: 5,
    include: { checks: { orderBy: { id: "desc" }, take: 1 } },
  },
} as const satisfies Prisma.HandleInclude;

export type HandleWithProofs = Prisma.HandleGetPayload<{ include: typeof withProofs }>;

export async function findHandleWithProofs(id: string, tx?: Tx): Promise<HandleWithProofs | null> {
  return (tx?.prisma ?? db.prisma).handle.findUnique({ where: { id }, include: withProofs });
}

export async function listHandles(
  personId: string,
  page: Readonly<{ take: number; before: string | undefined }>,
): Promise<HandleWithProofs[]> {
  return db.prisma.handle.findMany({
    where: { personId, ...(page.before === undefined ? {} : { id: { lt: page.before } }) },
    orderBy: { id: "desc" },
    take: page.take,
    include: withProofs,
  });
}

export async function allHandlesOf(personId: string, tx?: Tx): Promise<HandleRow[]> {
  const rows = await (tx?.prisma ?? db.prisma).handle.findMany({
    where: { personId },
    orderBy: { id: "asc" },
  });
  return rows.map(toHandle);
}

export async function periodAsOf(
  platformId: string,
  name: string,
  at: Date,
  tx?: Tx,
): Promise<{ handleId: string; personId: string; disputed: boolean } | null> {
  return (tx?.prisma ?? db.prisma).handlePeriod.findFirst({
    where: {
      platformId,
      name,
      verifiedAt: { lte: at },
      OR: [{ endedAt: null }, { endedAt: { gt: at } }],
    },
    select: { handleId: true, personId: true, disputed: true },
  });
}

/** The names whose proof by this person stood at `at` on a platform. */
export async function heldNames(personId: string, platformId: string, at: Date): Promise<readonly string[]> {
  const periods = await db.prisma.handlePeriod.findMany({
    where: {
      personId,
      platformId,
      verifiedAt: { lte: at },
      OR: [{ endedAt: null }, { endedAt: { gt: at } }],
    },
    select: { name: true },
  });
  return periods.map(({ name }) => name);
}
