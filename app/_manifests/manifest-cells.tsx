import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { ManifestSummary } from "@/modules/manifests/schema";
import { Badge } from "@/ui/text/badge";
import { NumberText } from "@/ui/text/numbers";
import { MANIFEST_TONES } from "./words.client";

/** Where a manifest stands, and whether it only tries. */
export function ManifestState({
  manifest,
}: {
  manifest: Pick<z.output<typeof ManifestSummary>, "state" | "dryRun">;
}) {
  const t = useTranslations("manifests");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge tone={MANIFEST_TONES[manifest.state]}>{t(`state.${manifest.state}`)}</Badge>
      {manifest.dryRun && <Badge>{t("dryRun")}</Badge>}
    </span>
  );
}

/** A count that is not known before the check has ended. */
export function RowCount({ value, figure }: { value: string | null; figure: string }) {
  return value === null ? (
    <span className="text-muted">–</span>
  ) : (
    <NumberText value={value} figure={figure} />
  );
}
