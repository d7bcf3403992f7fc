import { db, type Prisma, type Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";

type Claimant = Readonly<{ handleId: string; personId: string; proofId: string | null }>;

export async function openDispute(
  tx: Tx,
  seat: Readonly<{ platformId: string; name: string; at: Date }>,
  claimants: readonly Claimant[],
): Promise<string> {
  const id = newId("handleDispute", seat.at);
  await tx.prisma.handleDispute.create({
    data: { id, platformId: seat.platformId, name: seat.name, openedAt: seat.at },
  });
  for (const claimant of claimants) await joinDispute(tx, id, claimant, seat.at);
  return id;
}

export async function joinDispute(tx: Tx, disputeId: string, claimant: Claimant, at: Date): Promise<void> {
  await tx.prisma.handleDisputeClaimant.create({ data: { disputeId, ...claimant, joinedAt: at } });
}

export async function openDisputeOf(tx: Tx, platformId: string, name: string): Promise<string | null> {
  const row = await tx.prisma.handleDispute.findFirst({
    where: { platformId, name, settledAt: null },
    select: { id: true },
  });
  return row?.id ?? null;
}

const withClaimants = {
  claimants: { orderBy: { joinedAt: "asc" } },
} as const satisfies Prisma.HandleDisputeInclude;
export type DisputeRow = Prisma.HandleDisputeGetPayload<{ include: typeof withClaimants }>;

export async function findDispute(id: string, tx?: Tx): Promise<DisputeRow | null> {
  return (tx?.prisma ?? db.prisma).handleDispute.findUnique({ where: { id }, include: withClaimants });
}

/** Disputes a handle is or was part of, newest first. */
export async function disputesOfHandle(handleId: string): Promise<DisputeRow[]> {
  return db.prisma.handleDispute.findMany({
    where: { claimants: { some: { handleId } } },
    orderBy: { id: "desc" },
    take: 1,
    include: withClaimants,
  });
}

export async function closeDispute(
  tx: Tx,
  id: string,
  settled: Readonly<{ settledAt: Date; settledBy: string; winnerHandleId: string | null; note: string }>,
): Promise<void> {
  await tx.prisma.handleDispute.update({ where: { id }, data: settled });
}

export async function listDisputes(
  page: Readonly<{ open: boolean; take: number; before: string | undefined }>,
): Promise<DisputeRow[]> {
  return db.prisma.handleDispute.findMany({
    where: {
      settledAt: page.open ? null : { not: null },
      ...(page.before === undefined ? {} : { id: { lt: page.before } }),
    },
    orderBy: { id: "desc" },
    take: page.take,
    include: withClaimants,
  });
}

/** All that was seen for the claimants of a dispute: their proofs with every look, oldest first. */
export async function evidenceOf(handleIds: readonly string[], tx?: Tx): Promise<EvidenceRow[]> {
  return (tx?.prisma ?? db.prisma).proof.findMany({
    where: { handleId: { in: [...handleIds] } },
    orderBy: { id: "asc" },
    include: { checks: { orderBy: { id: "asc" } } },
  });
}
export type EvidenceRow = Prisma.ProofGetPayload<{ include: { checks: true } }>;
