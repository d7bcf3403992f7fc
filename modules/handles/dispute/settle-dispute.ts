import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { requireOperator } from "@/kernel/access";
import { actorName } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { HandleEvents } from "../events";
import { handleVerified } from "../proof/record-proof";
import { closeDispute, type DisputeRow, findDispute } from "../repository/disputes";
import {
  endPeriod,
  findHandle,
  type HandleRow,
  lockSeat,
  runningPeriod,
  setHandleState,
  startPeriod,
} from "../repository/handles";
import { Dispute, SettleDisputeRequest } from "../schema";
import { describeDispute } from "./describe-dispute";

/** An operator says whose handle it is. Held money follows the event; the others cannot reopen the dispute by proving again. */
export const settleDispute = command({
  name: "works.settle_dispute",
  scope: "operator:write",
  stepUp: true,
  input: SettleDisputeRequest,
  output: Dispute,
  async run({ tx, actor, now }, { disputeId, winnerHandleId, note }) {
    requireOperator(actor, "operator:write");
    const dispute = await lockedDispute(tx, disputeId);
    const claimant = dispute.claimants.find(({ handleId }) => handleId === winnerHandleId);
    const winner = claimant === undefined ? null : await findHandle(claimant.handleId, tx);
    if (winner === null)
      throw new DomainError("INVALID_INPUT", "The winner must be one of the claimants of this dispute.", {
        faults: [{ path: "winnerHandleId", message: "Not a claimant." }],
      });
    const isNewHolder = await handOver(tx, winner, now);
    for (const { handleId } of dispute.claimants)
      if (handleId !== winner.id) await setHandleState(tx, handleId, { state: "lost", verifiedAt: null });
    await closeDispute(tx, disputeId, {
      settledAt: now,
      settledBy: actorName(actor),
      winnerHandleId: winner.id,
      note,
    });
    const { platformId, name } = winner;
    return {
      value: await describeDispute(disputeId, now, tx),
      events: [
        HandleEvents.dispute_settled({
          disputeId,
          handleId: winner.id,
          winnerPersonId: winner.personId,
          platformId,
          name,
        }),
        ...(isNewHolder ? [handleVerified(winner)] : []),
      ],
      audit: { subject: disputeId, detail: { winnerHandleId, platformId, name } },
    };
  },
});

async function lockedDispute(tx: Tx, disputeId: string): Promise<DisputeRow> {
  const seen = await findDispute(disputeId, tx);
  if (seen === null) throw notFound("dispute");
  await lockSeat(tx, seen.platformId, seen.name);
  const dispute = await findDispute(disputeId, tx);
  if (dispute === null || dispute.settledAt !== null)
    throw new DomainError("CONFLICT", "This dispute is already settled.", {
      detail: { because: "dispute_settled" },
    });
  return dispute;
}

/** Ends the disputed period and starts the winner's; true when the handle changes hands. */
async function handOver(tx: Tx, winner: HandleRow, now: Date): Promise<boolean> {
  const standing = await runningPeriod(tx, winner.platformId, winner.name);
  const isNewHolder = standing?.handleId !== winner.id;
  if (standing !== null) await endPeriod(tx, standing, now, isNewHolder ? "lost" : "settled");
  await startPeriod(tx, winner, now);
  await setHandleState(tx, winner.id, { state: "verified", ...(isNewHolder ? { verifiedAt: now } : {}) });
  return isNewHolder;
}
