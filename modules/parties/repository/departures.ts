import type { Tx } from "@/infra/db/db";

/** Locks a person's row until commit; null when there is no such person, or they have left already. */
export async function lockLivingPerson(
  tx: Tx,
  personId: string,
): Promise<Readonly<{ id: string; name: string | null; email: string | null }> | null> {
  const rows = await tx.prisma.$queryRaw<{ id: string; name: string | null; email: string | null }[]>`
    SELECT id, name, email FROM person WHERE id = ${personId} AND deleted_at IS NULL FOR UPDATE`;
  return rows[0] ?? null;
}

export async function deletedAtOf(personId: string, tx: Pick<Tx, "prisma">): Promise<Date | null> {
  const row = await tx.prisma.person.findUnique({ where: { id: personId }, select: { deletedAt: true } });
  return row?.deletedAt ?? null;
}

/** Empties the person's row; its id stays, because the books, the terms and the audit name it. */
export async function emptyPerson(tx: Tx, personId: string, deletedAt: Date): Promise<void> {
  await tx.prisma.person.update({
    where: { id: personId },
    data: {
      email: null,
      emailVerified: null,
      name: null,
      image: null,
      locale: "en",
      demoPersona: null,
      deletedAt,
    },
  });
}

export async function leaveOrganisations(tx: Tx, personId: string): Promise<void> {
  await tx.prisma.membership.deleteMany({ where: { personId } });
}

/**
 * What else names the address: invitations sent to it, how often links were asked for, and answers kept for repeated
 * requests. The person's own kept answers go, but for the one of `keepCommand`; in others' only the address goes.
 */
export async function forgetAddress(
  tx: Tx,
  of: Readonly<{ email: string | null; actors: readonly string[]; keepCommand: string }>,
): Promise<void> {
  const { email, actors, keepCommand } = of;
  await tx.prisma.idempotencyRecord.deleteMany({
    where: { actor: { in: [...actors] }, command: { not: keepCommand } },
  });
  if (email === null) return;
  await tx.prisma.invitation.deleteMany({ where: { email } });
  await tx.prisma
    .$executeRaw`DELETE FROM rate_limit WHERE right(key, length(${email}) + 1) = ':' || ${email}`;
  await tx.prisma.$executeRaw`
    UPDATE idempotency_record SET response = replace(response::text, ${email}, '')::jsonb
    WHERE strpos(response::text, ${email}) > 0`;
}
