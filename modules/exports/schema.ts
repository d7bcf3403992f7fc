import { z } from "zod";
import { InstantText } from "@/kernel/wire";

export const PersonExport = z.object({
  id: z.string(),
  state: z.enum(["queued", "running", "succeeded", "failed", "cancelled", "expired"]),
  askedAt: InstantText,
  keptUntil: InstantText.nullable().describe("When the file is deleted; null until it is ready"),
});
export const PersonExportList = z.object({ items: z.array(PersonExport) });
export const ExportRef = z.object({ exportId: z.string().max(60) });
export const ExportStarted = z.object({ id: z.string() });
export const Nothing = z.object({});
