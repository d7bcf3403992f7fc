import type { Tx } from "@/infra/db/db";
import type { Moving } from "@/modules/ledger/post/transfer";
import { settleHandles } from "../handles/settle-handle";
import { lockOwners } from "../repository/locks";
import { changedPayees } from "../repository/payees";
import { payNewlyAcceptedSeats } from "../seats/pay-accepted-seats";
import type { PayeeSnapshot } from "./prepare-payees";

/**
 * Step 3 of a posting: moves what it left for seats that were accepted, and for handles whose owner changed, between step 1
 * and this moment. From here until the commit no owner changes.
 */
export async function settleChanges(
  tx: Tx,
  snapshot: PayeeSnapshot,
  { entryNo, ...moving }: Moving & Readonly<{ entryNo: bigint }>,
): Promise<void> {
  await lockOwners(tx, "posting");
  await payNewlyAcceptedSeats(tx, { entryNo, ...moving });
  const before = new Map(snapshot.payees.map((payee) => [payee.name, payee]));
  const now = await changedPayees(tx, { ...snapshot, at: null });
  const changed = now.filter(({ name, personId, disputed }) => {
    const was = before.get(name);
    return was === undefined || was.personId !== personId || was.disputed !== disputed;
  });
  if (changed.length === 0) return;
  const names = changed.map(({ name }) => ({ platformId: snapshot.platformId, name }));
  await settleHandles(tx, names, moving);
}
