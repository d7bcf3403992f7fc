import { db, type Tx } from "@/infra/db/db";

export type ProofRuleRow = Readonly<{
  profileTemplate: string | null;
  namesAreHosts: boolean;
  pageCode: boolean;
}>;

/** What a platform does not say: names are names, and a code in any page that names the handle will do. */
export const PROOF_RULE_DEFAULT: ProofRuleRow = {
  profileTemplate: null,
  namesAreHosts: false,
  pageCode: true,
};

export async function findProofRules(
  platformIds: readonly string[],
): Promise<ReadonlyMap<string, ProofRuleRow>> {
  const rows = await db.prisma.platformProofRule.findMany({
    where: { platformId: { in: [...platformIds] } },
  });
  return new Map(rows.map((row) => [row.platformId, row]));
}

/** The rule, and who wrote it when; nobody else writes it until the transaction ends, also where there is none yet. */
export async function lockProofRule(
  tx: Tx,
  platformId: string,
): Promise<(ProofRuleRow & Readonly<{ updatedAt: Date; updatedBy: string }>) | null> {
  const lock = `works:proof-rule:${platformId}`;
  await tx.prisma.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))::text`;
  return tx.prisma.platformProofRule.findUnique({ where: { platformId } });
}

export async function saveProofRule(
  tx: Tx,
  platformId: string,
  rule: ProofRuleRow,
  by: Readonly<{ updatedAt: Date; updatedBy: string }>,
): Promise<void> {
  await tx.prisma.platformProofRule.upsert({
    where: { platformId },
    create: { platformId, ...rule, ...by },
    update: { ...rule, ...by },
  });
}
