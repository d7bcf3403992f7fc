import { wireMoney } from "@/kernel/money";
import { type AllocationRow, heldBack } from "./repository/allocation";
import { AllocationView, type AllocationWire } from "./schema/allocation";

/** An allocation on the wire. `reserve` is all that is held back: by rule, and what a cap keeps from everyone. */
export function allocationWire(row: AllocationRow): AllocationWire {
  const money = (minor: bigint) => wireMoney(row.currency, minor);
  return AllocationView.parse({
    ...row,
    sealedAt: row.sealedAt?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    postedAt: row.postedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    gross: money(row.grossMinor),
    fee: money(row.feeMinor),
    retained: money(row.retainedMinor),
    reserve: money(heldBack(row)),
    capKept: money(row.undistributedMinor ?? 0n),
    pool: money(row.poolMinor),
    distributable: money(row.distributableMinor),
    paid: row.paidMinor === null ? null : money(row.paidMinor),
  });
}
