import type { z } from "zod";
import type { ManifestFacts } from "@/app/_deals/preview/each-preview.client";
import type { ClearanceWire } from "@/modules/clearance/schema";
import type { ManifestSummary } from "@/modules/manifests/schema";

/** How much the deal's newest manifest holds, and what of it was cleared; "checking" while that is being found out. */
export function manifestFacts(
  manifests: readonly z.output<typeof ManifestSummary>[],
  clearances: readonly ClearanceWire[],
): ManifestFacts | "checking" | null {
  const real = manifests.filter((manifest) => !manifest.dryRun);
  const ready = real.find((manifest) => manifest.state === "ready");
  if (ready?.contributors == null || ready.tokens === null)
    return real.some((manifest) => manifest.state === "queued" || manifest.state === "checking")
      ? "checking"
      : null;
  const cleared = clearances.find((one) => one.state === "succeeded" && one.manifestId === ready.id);
  return {
    all: { contributors: ready.contributors, tokens: ready.tokens },
    cleared: cleared?.counts ? { ...cleared.counts.included, asOf: cleared.asOf } : null,
  };
}
