import { db, type Tx } from "@/infra/db";
import { idleBound, type Session } from "../domain/session";

const FIELDS = {
  id: true,
  userId: true,
  expires: true,
  signedInAt: true,
  lastSeenAt: true,
  userAgent: true,
} as const;

type Row = Omit<Session, "personId"> & { userId: string };
const toSession = ({ userId, ...rest }: Row): Session => ({ ...rest, personId: userId });

/** Neither over nor idle for too long. */
export const isLiving = (now: Date) => ({ expires: { gt: now }, lastSeenAt: { gt: idleBound(now) } });

export async function insertSession(tx: Tx, session: Session, tokenHash: string): Promise<void> {
  const { personId, ...rest } = session;
  await tx.prisma.session.create({ data: { ...rest, userId: personId, sessionToken: tokenHash } });
}

export async function findSessionByHash(tx: Tx, tokenHash: string): Promise<Session | null> {
  const row = await tx.prisma.session.findUnique({ where: { sessionToken: tokenHash }, select: FIELDS });
  return row === null ? null : toSession(row);
}

/** A sign-in was just completed on this session. */
export async function renewSession(tx: Tx, id: string, now: Date, userAgent: string | null): Promise<void> {
  await tx.prisma.session.update({ where: { id }, data: { signedInAt: now, lastSeenAt: now, userAgent } });
}

export async function sessionsOf(personId: string, now: Date): Promise<Session[]> {
  const rows = await db.prisma.session.findMany({
    where: { userId: personId, ...isLiving(now) },
    select: FIELDS,
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
  });
  return rows.map(toSession);
}

/** Ends one session of a person; false when it is not theirs or has ended. */
export async function deleteSession(tx: Tx, personId: string, id: string): Promise<boolean> {
  return (await tx.prisma.session.deleteMany({ where: { id, userId: personId } })).count === 1;
}

/** Ends every session of a person but one (or none kept); returns how many. */
export async function deleteOtherSessions(tx: Tx, personId: string, keep: string | null): Promise<number> {
  const where = { userId: personId, ...(keep === null ? {} : { id: { not: keep } }) };
  return (await tx.prisma.session.deleteMany({ where })).count;
}

export async function deleteExpiredSessions(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.prisma.session.deleteMany({ where: { userId: personId, NOT: isLiving(now) } });
}
