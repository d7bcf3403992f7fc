import { z } from "zod";
import { command } from "@/infra/verb/command";
import { notFound } from "@/kernel/errors";
import { checkedState } from "../domain/manifest";
import { ManifestEvents } from "../events";
import { findManifest, saveResult } from "../repository/manifest";

const count = z.string().regex(/^\d+$/);

/** Stores what the checks found, once, and tells of it; a manifest without an accepted row is not ready. Only the worker may. */
export const completeManifest = command({
  name: "manifests.complete",
  scope: null,
  input: z.object({
    manifestId: z.string(),
    unpackedBytes: count,
    received: count,
    accepted: count,
    rejected: count,
    contributors: count,
    tokens: count,
    reasons: z.record(z.string(), count),
    notes: z.record(z.string(), z.object({ count, firstLine: count })),
    acceptedKey: z.string().nullable(),
    acceptedSha256: z.string().nullable(),
    rejectedKey: z.string().nullable(),
    rejectedSha256: z.string().nullable(),
  }),
  output: z.object({ stored: z.boolean() }),
  async run(
    { tx, actor, now },
    { manifestId, unpackedBytes, received, accepted, rejected, contributors, tokens, ...rest },
  ) {
    const manifest = await findManifest(manifestId, tx);
    if (actor.kind !== "system" || manifest === null) throw notFound("manifest");
    const numbers = { unpackedBytes, received, accepted, rejected, contributors, tokens };
    const big = Object.fromEntries(
      Object.entries(numbers).map(([name, value]) => [name, BigInt(value)]),
    ) as Record<keyof typeof numbers, bigint>;
    const stored = await saveResult(tx, manifestId, { ...big, ...rest }, now);
    const { dealId, organisationId, dryRun } = manifest;
    const { checked, rejected: allRejected, dry_run_checked } = ManifestEvents;
    const happened = checkedState(big.accepted) === "ready" ? checked : allRejected;
    const event = (dryRun ? dry_run_checked : happened)({ manifestId, dealId, received, accepted, rejected });
    return {
      value: { stored },
      events: stored ? [event] : [],
      audit: { subject: manifestId, organisationId, detail: { received, accepted, rejected } },
    };
  },
});
