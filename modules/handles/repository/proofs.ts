import { db, Prisma, type Tx } from "@/infra/db/db";
import type { Json } from "@/kernel/canonical-json";
import { newId } from "@/kernel/id";
import type { ProofMethod, ProofState } from "../domain/proof";

export type ProofRow = Readonly<{
  id: string;
  handleId: string;
  personId: string;
  method: ProofMethod;
  target: string | null;
  codeHash: string;
  state: ProofState;
  createdAt: Date;
  provedAt: Date | null;
  expiresAt: Date;
}>;

const toProof = (row: Prisma.ProofGetPayload<object>): ProofRow => ({
  ...row,
  method: row.method as ProofMethod,
  state: row.state as ProofState,
});

/** A new proof replaces those of the same handle that still wait: one code is good at a time. */
export async function insertProof(tx: Tx, proof: ProofRow): Promise<void> {
  await tx.prisma.proof.updateMany({
    where: { handleId: proof.handleId, state: "waiting" },
    data: { state: "replaced" },
  });
  await tx.prisma.proof.create({ data: proof });
}

export async function findProof(tx: Tx | null, id: string): Promise<ProofRow | null> {
  const row = await (tx?.prisma ?? db.prisma).proof.findUnique({ where: { id } });
  return row === null ? null : toProof(row);
}

/** The proof of a handle that can still succeed. */
export async function waitingProofOf(handleId: string, now: Date): Promise<ProofRow | null> {
  const row = await db.prisma.proof.findFirst({
    where: { handleId, state: "waiting", expiresAt: { gt: now } },
    orderBy: { id: "desc" },
  });
  return row === null ? null : toProof(row);
}

/**
 * Proofs that wait to be found and are due for a look: every ten minutes at first, then at most once in a twelfth of their
 * age, so that a proof is looked at some 50 times in its week. The longest unseen come first.
 */
export async function dueProofIds(now: Date, take: number): Promise<readonly string[]> {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM proof p JOIN handle h ON h.id = p.handle_id
      LEFT JOIN LATERAL (SELECT max(c.started_at) AS at FROM proof_check c WHERE c.proof_id = p.id) last ON true
    WHERE p.state = 'waiting' AND p.method <> 'attestation' AND p.expires_at > ${now} AND h.state = 'pending'
      AND coalesce(last.at, p.created_at) <= ${now}::timestamptz - greatest(interval '10 minutes', (${now}::timestamptz - p.created_at) / 12)
    ORDER BY coalesce(last.at, p.created_at), p.id LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

export async function findProofByCode(tx: Tx, codeHash: string): Promise<ProofRow | null> {
  const row = await tx.prisma.proof.findUnique({ where: { codeHash } });
  return row === null ? null : toProof(row);
}

export async function setProved(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.prisma.proof.update({ where: { id }, data: { state: "proved", provedAt: at } });
}

/** The proof that stands behind a handle: the newest one that succeeded. */
export async function standingProofId(tx: Tx, handleId: string): Promise<string | null> {
  const row = await tx.prisma.proof.findFirst({
    where: { handleId, state: "proved" },
    orderBy: { provedAt: "desc" },
    select: { id: true },
  });
  return row?.id ?? null;
}

export type CheckRow = Prisma.ProofCheckGetPayload<object>;

export async function insertCheck(
  tx: Tx,
  check: Readonly<{ proofId: string; personId: string; host: string; at: Date }>,
): Promise<string> {
  const id = newId("proofCheck", check.at);
  const { proofId, personId, host, at: startedAt } = check;
  await tx.prisma.proofCheck.create({ data: { id, proofId, personId, host, startedAt } });
  return id;
}

export async function findCheck(id: string, tx?: Tx): Promise<CheckRow | null> {
  return (tx?.prisma ?? db.prisma).proofCheck.findUnique({ where: { id } });
}

export async function finishCheck(
  tx: Tx,
  id: string,
  result: Readonly<{
    at: Date;
    outcome: "proved" | "failed";
    reason: string | null;
    message: string | null;
    evidence: { [key: string]: Json };
  }>,
): Promise<void> {
  const { at: finishedAt, evidence, ...rest } = result;
  await tx.prisma.proofCheck.update({
    where: { id },
    data: { ...rest, finishedAt, evidence: evidence as Prisma.InputJsonValue },
  });
}

/** How often this person, and how often anybody for this host, had us look since `since`; and when this proof last was. */
export async function checkCounts(
  tx: Tx,
  of: Readonly<{ proofId: string; personId: string; host: string; since: Date }>,
): Promise<{ person: number; host: number; last: Date | null }> {
  const startedAt = { gt: of.since };
  const person = await tx.prisma.proofCheck.count({ where: { personId: of.personId, startedAt } });
  const host = await tx.prisma.proofCheck.count({ where: { host: of.host, startedAt } });
  const last = await tx.prisma.proofCheck.findFirst({
    where: { proofId: of.proofId },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true },
  });
  return { person, host, last: last?.startedAt ?? null };
}

/** Marks an attestation token as used; false when it was used before. */
export async function spendAttestation(
  tx: Tx,
  use: Readonly<{ platformId: string; jti: string; proofId: string; at: Date }>,
): Promise<boolean> {
  const rows = await tx.prisma.$executeRaw(Prisma.sql`
    INSERT INTO attestation_use (platform_id, jti, proof_id, used_at)
    VALUES (${use.platformId}, ${use.jti}, ${use.proofId}, ${use.at}) ON CONFLICT DO NOTHING`);
  return rows === 1;
}
