import { z } from "zod";
import { query } from "@/infra/verb/query";
import { requirePerson } from "@/kernel/access";
import { notFound } from "@/kernel/errors";
import { disputesOfHandle, evidenceOf } from "../repository/disputes";
import { findHandle } from "../repository/handles";
import { HandleEvidence, HandleRef } from "../schema";
import { checkWire, proofWire } from "../wire";

/** Looks kept for one proof that are shown; older ones stay in the books. */
const CHECKS_SHOWN = 10;

/** What a person has shown for one of their handles, newest first, and the dispute about it, if there is or was one. */
export const handleEvidence = query({
  name: "works.handle_evidence",
  scope: "works:read",
  input: HandleRef,
  output: HandleEvidence,
  async run({ actor, now }, { handleId }) {
    const personId = requirePerson(actor);
    const handle = await findHandle(handleId);
    if (handle === null || handle.personId !== personId) throw notFound("handle");
    const [proofs, [dispute]] = await Promise.all([evidenceOf([handleId]), disputesOfHandle(handleId)]);
    return {
      proofs: [...proofs].reverse().map((proof) => ({
        ...proofWire(proof, now),
        checks: [...proof.checks]
          .reverse()
          .slice(0, CHECKS_SHOWN)
          .map((check) => ({ ...checkWire(check), seen: seenIn(check.evidence) })),
      })),
      dispute:
        dispute === undefined
          ? null
          : {
              openedAt: dispute.openedAt.toISOString(),
              settledAt: dispute.settledAt?.toISOString() ?? null,
              note: dispute.note,
              claimants: dispute.claimants.length,
              first: dispute.claimants[0]?.handleId === handleId,
            },
    };
  },
});

const Seen = z.object({
  status: z.number().nullable().catch(null),
  url: z.string().nullable().catch(null),
  codes: z.number().nullable().catch(null),
  records: z.number().nullable().catch(null),
});

/** Of what was kept as evidence the numbers that say why. */
function seenIn(evidence: unknown): z.output<typeof Seen> {
  const read = Seen.safeParse(evidence);
  return read.success ? read.data : { status: null, url: null, codes: null, records: null };
}
