import { randomUUID } from "node:crypto";
import type { CallContext } from "@/infra/verb/command";
import { DomainError } from "@/kernel/errors";
import { dueProofIds } from "../repository/proofs";
import { checkProof } from "./check-proof";

const PROOFS_AT_ONCE = 5;
const PROOFS_A_RUN = 100;

/**
 * Looks for the codes people placed, so that nobody has to keep a page open. A code that is not there yet is the usual
 * answer, and is kept as every look is. Returns how many were found.
 */
export async function lookForProofs(now: () => Date): Promise<number> {
  const due = [...(await dueProofIds(now(), PROOFS_A_RUN))];
  let found = 0;
  const look = async () => {
    for (let proofId = due.shift(); proofId !== undefined; proofId = due.shift()) {
      const call: CallContext = {
        actor: { kind: "system", job: "look-for-proofs" },
        requestId: randomUUID(),
        now: now(),
      };
      try {
        await checkProof(call, { proofId });
        found += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: PROOFS_AT_ONCE }, look));
  return found;
}
