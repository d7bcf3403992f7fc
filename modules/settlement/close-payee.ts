import type { Tx } from "@/infra/db/db";
import { DomainError } from "@/kernel/errors";
import { closeHolder } from "@/modules/ledger/holders/close-holder";
import { lockOwners, tryLockPayeesAlone } from "./repository/locks";
import { forgetAcceptancesOf } from "./repository/seat-acceptances";

/**
 * Ends a person as a payee for good: later money of their handles is unclaimed, and of their seats held. Throws MONEY_REMAINS
 * while the books hold any amount for them, and CONFLICT during a posting that may bring some.
 */
export async function closePayee(tx: Tx, personId: string, now: Date): Promise<void> {
  if (!(await tryLockPayeesAlone(tx)))
    throw new DomainError("CONFLICT", "A payment is being posted now. Try again in a minute.", {
      detail: { because: "posting_now" },
    });
  await lockOwners(tx, "transfer");
  await closeHolder(tx, personId, now);
  await forgetAcceptancesOf(tx, personId);
}
