import type { z } from "zod";
import type { Tx } from "@/infra/db/db";
import { notFound } from "@/kernel/errors";
import { personOf } from "@/modules/parties/people/person-of";
import type { HandleState } from "../domain/handle";
import { platformOf } from "../platforms/platforms";
import { type DisputeRow, type EvidenceRow, evidenceOf, findDispute } from "../repository/disputes";
import { findHandle } from "../repository/handles";
import type { Claimant, Dispute } from "../schema";
import { checkWire, proofWire } from "../wire";

/** A dispute with the evidence of each claimant side by side, for operators. */
export async function describeDispute(id: string, now: Date, tx?: Tx): Promise<z.input<typeof Dispute>> {
  const dispute = await findDispute(id, tx);
  if (dispute === null) throw notFound("dispute");
  return disputeWire(dispute, now, tx);
}

export async function disputeWire(dispute: DisputeRow, now: Date, tx?: Tx): Promise<z.input<typeof Dispute>> {
  const platform = await platformOf(dispute.platformId);
  const proofs = await evidenceOf(
    dispute.claimants.map(({ handleId }) => handleId),
    tx,
  );
  const claimants: z.input<typeof Claimant>[] = [];
  for (const [index, { handleId, personId, joinedAt }] of dispute.claimants.entries()) {
    const person = await personOf(personId);
    claimants.push({
      handleId,
      personId,
      personName: nameOf(person),
      personDeleted: person?.left === true,
      first: index === 0,
      joinedAt: joinedAt.toISOString(),
      state: ((await findHandle(handleId, tx))?.state ?? "disputed") satisfies HandleState,
      proofs: proofs.filter((proof) => proof.handleId === handleId).map((proof) => evidenceWire(proof, now)),
    });
  }
  return {
    id: dispute.id,
    platform: {
      id: dispute.platformId,
      name: platform?.name ?? dispute.platformId,
      host: platform?.host ?? null,
    },
    name: dispute.name,
    openedAt: dispute.openedAt.toISOString(),
    settledAt: dispute.settledAt?.toISOString() ?? null,
    winnerHandleId: dispute.winnerHandleId,
    note: dispute.note,
    claimants,
  };
}

const nameOf = (person: Awaited<ReturnType<typeof personOf>>): string | null =>
  person === null ? null : (person.name ?? person.email);

function evidenceWire(proof: EvidenceRow, now: Date): z.input<typeof Claimant>["proofs"][number] {
  return {
    ...proofWire(proof, now),
    checks: proof.checks.map((check) => ({
      ...checkWire(check),
      evidence: check.evidence as Record<string, unknown> | null,
    })),
  };
}
