import type { z } from "zod";
import type { ManifestSummary } from "@/modules/manifests/schema";
import { Badge } from "@/ui/badge";
import { NumberText } from "@/ui/numbers";
import { MANIFEST_STATE_WORDS } from "./words";

/** What tables of manifests say in a cell: where one stands, and whether it only tries. */
export function ManifestState({ manifest }: { manifest: z.output<typeof ManifestSummary> }) {
  const { tone, label } = MANIFEST_STATE_WORDS[manifest.state];
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={tone}>{label}</Badge>
      {manifest.dryRun && <Badge>Dry run</Badge>}
    </span>
  );
}

/** A count that is not known before the check has ended. */
export function RowCount({ value }: { value: string | null }) {
  return value === null ? <span className="text-muted">–</span> : <NumberText value={value} />;
}
