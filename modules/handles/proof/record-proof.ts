import type { Tx } from "@/infra/db/db";
import type { DomainEvent } from "@/infra/events/events";
import { DomainError } from "@/kernel/errors";
import { consequenceOfProof } from "../domain/handle";
import { HandleEvents } from "../events";
import { joinDispute, openDispute, openDisputeOf } from "../repository/disputes";
import {
  endPeriod,
  findHandle,
  type HandleRow,
  lockSeat,
  runningPeriod,
  setHandleState,
  startPeriod,
} from "../repository/handles";
import { type ProofRow, setProved, standingProofId } from "../repository/proofs";

type Facts = Readonly<{ tx: Tx; handle: HandleRow; proof: ProofRow; now: Date }>;

/** Draws the consequence of a proof that succeeded, whatever its method: the handle is theirs, or it is disputed. */
export async function recordProof(
  tx: Tx,
  proof: ProofRow,
  seat: Readonly<{ platformId: string; name: string }>,
  now: Date,
): Promise<readonly DomainEvent[]> {
  await lockSeat(tx, seat.platformId, seat.name);
  const handle = await findHandle(proof.handleId, tx); // read again: the claim may have changed during the check
  if (handle === null || handle.state === "released" || handle.state === "lost")
    throw new DomainError("CONFLICT", "This claim is closed. Claim the handle again to prove it.", {
      detail: { because: "claim_closed" },
    });
  const standing = await runningPeriod(tx, handle.platformId, handle.name);
  await setProved(tx, proof.id, now);
  const facts: Facts = { tx, handle, proof, now };
  switch (consequenceOfProof(standing, handle.id, handle.state)) {
    case "changes_nothing":
      return [];
    case "verifies":
      await startPeriod(tx, handle, now);
      await setHandleState(tx, handle.id, { state: "verified", verifiedAt: now });
      return [handleVerified(handle)];
    case "opens_dispute":
      return standing === null ? [] : open(facts, standing);
    case "joins_dispute":
      return join(facts);
  }
}

export const handleVerified = (handle: HandleRow): DomainEvent =>
  HandleEvents.handle_verified({
    handleId: handle.id,
    platformId: handle.platformId,
    name: handle.name,
    personId: handle.personId,
  });

async function open(
  { tx, handle, proof, now }: Facts,
  standing: NonNullable<Awaited<ReturnType<typeof runningPeriod>>>,
): Promise<readonly DomainEvent[]> {
  const { platformId, name } = handle;
  const first = { ...handle, id: standing.handleId, personId: standing.personId };
  await endPeriod(tx, standing, now, "disputed");
  await startPeriod(tx, first, now, true);
  await setHandleState(tx, first.id, { state: "disputed" });
  await setHandleState(tx, handle.id, { state: "disputed" });
  const disputeId = await openDispute(tx, { platformId, name, at: now }, [
    { handleId: first.id, personId: first.personId, proofId: await standingProofId(tx, first.id) },
    { handleId: handle.id, personId: handle.personId, proofId: proof.id },
  ]);
  return [disputed(disputeId, handle, first)];
}

async function join({ tx, handle, proof, now }: Facts): Promise<readonly DomainEvent[]> {
  const disputeId = await openDisputeOf(tx, handle.platformId, handle.name);
  const standing = await runningPeriod(tx, handle.platformId, handle.name);
  if (disputeId === null || standing === null)
    throw new Error(`invariant broken: ${handle.platformId} ${handle.name} is disputed without a dispute`);
  await setHandleState(tx, handle.id, { state: "disputed" });
  await joinDispute(
    tx,
    disputeId,
    { handleId: handle.id, personId: handle.personId, proofId: proof.id },
    now,
  );
  return [disputed(disputeId, handle, { id: standing.handleId, personId: standing.personId })];
}

const disputed = (
  disputeId: string,
  challenger: HandleRow,
  first: Readonly<{ id: string; personId: string }>,
): DomainEvent =>
  HandleEvents.handle_disputed({
    disputeId,
    platformId: challenger.platformId,
    name: challenger.name,
    handleId: first.id,
    personId: first.personId,
    challengerHandleId: challenger.id,
    challengerPersonId: challenger.personId,
  });
