import { z } from "zod";
import { events } from "@/infra/events/events";

const Checked = z.object({
  manifestId: z.string(),
  dealId: z.string(),
  received: z.string(),
  accepted: z.string(),
  rejected: z.string(),
});

/** The events of manifests and of mapping profiles. */
export const ManifestEvents = events("manifests", {
  received: z.object({ manifestId: z.string(), dealId: z.string(), dryRun: z.boolean() }),
  dry_run_checked: Checked,
  checked: Checked.describe("at least one row can be used"),
  rejected: Checked.describe("no row can be used"),
  mapping_profile_saved: z.object({ profileId: z.string(), organisationId: z.string() }),
  mapping_profile_deleted: z.object({ profileId: z.string() }),
});
