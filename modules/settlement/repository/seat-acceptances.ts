import type { Tx } from "@/infra/db/db";

/** A co-author's share of a work that a person accepted. */
export type SeatAcceptance = Readonly<{ authorId: string; personId: string }>;

export async function saveAcceptance(
  tx: Tx,
  { authorId, personId }: SeatAcceptance,
  acceptedAt: Date,
): Promise<void> {
  await tx.prisma.seatAcceptance.upsert({
    where: { authorId },
    create: { authorId, personId, acceptedAt },
    update: { personId, acceptedAt },
  });
}

/** Forgets every seat a person accepted: what comes for it later is held, as if the person had never accepted. */
export async function forgetAcceptancesOf(tx: Tx, personId: string): Promise<void> {
  await tx.prisma.seatAcceptance.deleteMany({ where: { personId } });
}

/** The accepted seats for which this very entry holds money, by seat. */
export async function acceptedSeatsOfEntry(tx: Tx, entryNo: bigint): Promise<readonly SeatAcceptance[]> {
  const { rows } = await tx.pg.query<SeatAcceptance>(
    `SELECT DISTINCT s.author_id AS "authorId", s.person_id AS "personId" FROM seat_acceptance s
     JOIN ledger_line_view l ON l.holder = 'author:' || s.author_id
     WHERE l.entry_no = $1 AND l.account = 'held' ORDER BY s.author_id`,
    [entryNo.toString()],
  );
  return rows;
}
