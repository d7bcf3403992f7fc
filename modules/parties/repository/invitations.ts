import { db, type Prisma, type Tx } from "@/infra/db/db";
import type { Role } from "@/kernel/actor";

export type InvitationRow = Readonly<{
  id: string;
  organisationId: string;
  email: string;
  role: Role;
  tokenHash: string;
  /** Person or key who sent it, as an actor name. */
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}>;

const toInvitation = (row: Prisma.InvitationGetPayload<object>): InvitationRow => ({
  ...row,
  role: row.role as Role,
});

export async function insertInvitation(tx: Tx, invitation: InvitationRow): Promise<void> {
  await tx.prisma.invitation.create({ data: invitation });
}

/** Earlier invitations of the same address that are still open: the new one replaces them. */
export async function revokeOpen(tx: Tx, organisationId: string, email: string, at: Date): Promise<void> {
  await tx.prisma.invitation.updateMany({
    where: { organisationId, email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: at },
  });
}

export async function invitedSince(tx: Tx, organisationId: string, since: Date): Promise<number> {
  return tx.prisma.invitation.count({ where: { organisationId, createdAt: { gt: since } } });
}

export async function findInvitation(id: string, tx: Pick<Tx, "prisma"> = db): Promise<InvitationRow | null> {
  const row = await tx.prisma.invitation.findUnique({ where: { id } });
  return row === null ? null : toInvitation(row);
}

export async function findInvitationByHash(
  tokenHash: string,
  tx: Pick<Tx, "prisma"> = db,
): Promise<InvitationRow | null> {
  const row = await tx.prisma.invitation.findUnique({ where: { tokenHash } });
  return row === null ? null : toInvitation(row);
}

/** Closes an open invitation; false when somebody closed it first. */
export async function closeInvitation(
  tx: Tx,
  id: string,
  change: { acceptedAt: Date } | { revokedAt: Date },
): Promise<boolean> {
  const { count } = await tx.prisma.invitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null },
    data: change,
  });
  return count === 1;
}

/** Open ones, and the closed ones of the last days, newest first. */
export async function invitationsOf(organisationId: string, since: Date): Promise<InvitationRow[]> {
  const rows = await db.prisma.invitation.findMany({
    where: { organisationId, createdAt: { gt: since } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.map(toInvitation);
}
