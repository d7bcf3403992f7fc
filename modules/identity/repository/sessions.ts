import { db, type Tx } from "@/infra/db/db";
import { idleBound, proofBound, type Session } from "../domain/session";

const FIELDS = {
  id: true,
  userId: true,
  expires: true,
  signedInAt: true,
  lastSeenAt: true,
  userAgent: true,
  secondStepAt: true,
} as const;

type Row = Omit<Session, "personId"> & { userId: string };
const toSession = ({ userId, ...rest }: Row): Session => ({ ...rest, personId: userId });

/** Neither over nor idle for too long. */
const isLiving = (now: Date) => ({ expires: { gt: now }, lastSeenAt: { gt: idleBound(now) } });

const HAS_SECOND_STEP = { secondStep: { confirmedAt: { not: null } } } as const;

/** Living, and somebody's: the second step was passed, or its person has none. What `findSession` asks in SQL. */
export const isUsable = (now: Date) => ({
  ...isLiving(now),
  OR: [{ secondStepAt: { not: null } }, { user: { isNot: HAS_SECOND_STEP } }],
});

/** Living, and nobody's yet: the proof was given a short while ago, and the second step is still to come. */
const isPending = (now: Date) => ({
  ...isLiving(now),
  ...{ secondStepAt: null, user: HAS_SECOND_STEP, signedInAt: { gt: proofBound(now) } },
});

export async function insertSession(tx: Tx, session: Session, tokenHash: string): Promise<void> {
  const { personId, ...rest } = session;
  await tx.prisma.session.create({ data: { ...rest, userId: personId, sessionToken: tokenHash } });
}

export async function findSessionByHash(tx: Tx, tokenHash: string): Promise<Session | null> {
  const row = await tx.prisma.session.findUnique({ where: { sessionToken: tokenHash }, select: FIELDS });
  return row === null ? null : toSession(row);
}

/** Who somebody is was just proved on this session; the second step, where there is one, comes after it. */
export async function renewSession(tx: Tx, id: string, now: Date, userAgent: string | null): Promise<void> {
  const data = { signedInAt: now, lastSeenAt: now, userAgent, secondStepAt: null };
  await tx.prisma.session.update({ where: { id }, data });
}

/** The session that waits for its second step, by the digest of its cookie. */
export async function findPendingSession(
  tx: Pick<Tx, "prisma">,
  tokenHash: string,
  now: Date,
): Promise<Session | null> {
  const where = { sessionToken: tokenHash, ...isPending(now) };
  const row = await tx.prisma.session.findUnique({ where, select: FIELDS });
  return row === null ? null : toSession(row);
}

/** The second step was passed: the session is its person's from now on, under a token nobody has seen before. */
export async function passSession(tx: Tx, id: string, tokenHash: string, now: Date): Promise<void> {
  const data = { sessionToken: tokenHash, secondStepAt: now, signedInAt: now, lastSeenAt: now };
  await tx.prisma.session.update({ where: { id }, data });
}

/** The session's person has just confirmed their identity. */
export async function confirmSession(tx: Tx, personId: string, id: string, now: Date): Promise<void> {
  const data = { signedInAt: now, lastSeenAt: now, secondStepAt: now };
  await tx.prisma.session.updateMany({ where: { id, userId: personId }, data });
}

/** The session in which the second step was just set up has shown a code. */
export async function markPassed(tx: Tx, personId: string, id: string, now: Date): Promise<void> {
  await tx.prisma.session.updateMany({ where: { id, userId: personId }, data: { secondStepAt: now } });
}

/** Marks the second step as not passed in all of a person's sessions, so that a new one is asked for in each. */
export async function forgetPassed(tx: Tx, personId: string): Promise<void> {
  await tx.prisma.session.updateMany({ where: { userId: personId }, data: { secondStepAt: null } });
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
