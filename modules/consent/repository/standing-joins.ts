import type { Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";

/**
 * Who takes joins back when a deal is amended: not the person or key that amended it (the audit names them), so that it is
 * never taken for a contributor's own answer.
 */
export const LAPSED_BY = "system:deals";

/** Rows a single statement carries; 5 columns each stay far below PostgreSQL's 65,535 parameters. */
const BATCH = 5_000;

/** Everybody whose newest answer to this deal is a join, with when they gave it. */
export async function standingJoins(
  tx: Tx,
  dealId: string,
): Promise<readonly Readonly<{ personId: string; at: Date }>[]> {
  return tx.prisma.$queryRaw`
    SELECT person_id AS "personId", at FROM (
      SELECT DISTINCT ON (person_id) person_id, choice, at FROM deal_choice WHERE deal_id = ${dealId}
      ORDER BY person_id, at DESC, id COLLATE "C" DESC) newest
    WHERE choice = 'join' ORDER BY person_id`;
}

/** Lets these people's joins lapse, each at its instant. */
export async function addLapses(
  tx: Tx,
  dealId: string,
  answers: readonly Readonly<{ personId: string; at: Date }>[],
): Promise<void> {
  for (let start = 0; start < answers.length; start += BATCH) {
    await tx.prisma.dealChoice.createMany({
      data: answers.slice(start, start + BATCH).map(({ personId, at }) => ({
        id: newId("dealChoice", at),
        dealId,
        personId,
        choice: "neutral",
        at,
        createdBy: LAPSED_BY,
      })),
    });
  }
}
