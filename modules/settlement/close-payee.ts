import type { Tx } from "@/infra/db/db";
import { DomainError } from "@/kernel/errors";
import { closeHolder } from "@/modules/ledger/holders/close-holder";
import { lockOwners, tryLockPayeesAlone } from "./repository/locks";
import { forgetAcceptancesOf } from "./repository/seat-acceptances";

/**
 * Ends a person as a payee for good: nothing becomes payable to them, what comes for their handles is unclaimed, and what comes
 * for their seats is held. Throws MONEY_REMAINS while the books hold any amount for them, and CONFLICT while a posting is
 * under way that may bring some.
 */
export async function closePayee(tx: Tx, personId: string, now: Date): Promise<void> {
  if (!(await tryLockPayeesAlone(tx)))
    throw new DomainError(
      "CONFLICT",
      "A payment is being put on the books this moment. Try again in a minute.",
      { detail: { because: "posting_now" } },
    );
  await lockOwners(tx, "transfer");
  await closeHolder(tx, personId, now);
  await forgetAcceptancesOf(tx, personId);
}
