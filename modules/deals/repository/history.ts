import { db, type Prisma, type Tx } from "@/infra/db/db";
import type { Json } from "@/kernel/canonical-json";
import { newId } from "@/kernel/id";
import type { Deal } from "../domain/state/deal";
import type { DealAct, DealState } from "../domain/state/deal-state";
import { termsOf } from "../domain/terms/deal-diff";

export type StepRow = Readonly<{
  id: string;
  act: string;
  fromState: string | null;
  toState: string;
  version: number;
  note: string | null;
  noticeEndsAt: Date | null;
  at: Date;
}>;

export type VersionRow = Readonly<{
  version: number;
  content: Record<string, Json>;
  note: string | null;
  createdAt: Date;
}>;

/** Adds one line to the deal's history. */
export async function insertStep(
  tx: Tx,
  step: Readonly<{
    deal: Deal;
    act: DealAct | "draft";
    from: DealState | null;
    note: string | null;
    noticeEndsAt: Date | null;
    actor: string;
    at: Date;
  }>,
): Promise<void> {
  await tx.prisma.dealStep.create({
    data: {
      id: newId("dealStep", step.at),
      dealId: step.deal.id,
      act: step.act,
      fromState: step.from,
      toState: step.deal.state,
      version: step.deal.version,
      note: step.note,
      noticeEndsAt: step.noticeEndsAt,
      actor: step.actor,
      at: step.at,
    },
  });
}

/** Keeps the terms as they now stand. Amounts and days are text, so that the JSON is exact. */
export async function insertVersion(
  tx: Tx,
  version: Readonly<{ deal: Deal; note: string | null; actor: string; at: Date }>,
): Promise<void> {
  const { deal, note, actor, at } = version;
  await tx.prisma.dealVersion.create({
    data: {
      id: newId("dealVersion", at),
      dealId: deal.id,
      version: deal.version,
      content: {
        ...termsOf(deal),
        grossMinor: deal.grossMinor.toString(),
      } as unknown as Prisma.InputJsonObject,
      note,
      createdBy: actor,
      createdAt: at,
    },
  });
}

/** Who wrote the newest version, and when. */
export async function lastVersion(
  tx: Pick<Tx, "prisma">,
  dealId: string,
): Promise<Readonly<{ by: string; at: Date }> | null> {
  const row = await tx.prisma.dealVersion.findFirst({ where: { dealId }, orderBy: { version: "desc" } });
  return row === null ? null : { by: row.createdBy, at: row.createdAt };
}

/** The history of a deal, oldest first. */
export async function listSteps(dealId: string): Promise<readonly StepRow[]> {
  return db.prisma.dealStep.findMany({ where: { dealId }, orderBy: { seq: "asc" } });
}

/** All versions of a deal, newest first; a deal has few. */
export async function listVersions(dealId: string): Promise<readonly VersionRow[]> {
  const rows = await db.prisma.dealVersion.findMany({ where: { dealId }, orderBy: { version: "desc" } });
  return rows.map((row) => ({ ...row, content: row.content as Record<string, Json> }));
}
