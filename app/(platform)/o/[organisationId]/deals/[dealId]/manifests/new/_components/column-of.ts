import type { MappingInput, UploadInspection } from "@/modules/manifests/schema";

const key = (name: string) => name.toLowerCase().replace(/[\s_-]+/g, "");

/**
 * Which column a field starts with in the form: the profile's when the file has it, else our guess, else none. JSON Lines
 * may name a column later that the first lines do not, so there a profile's name stands.
 */
export function columnOf(
  field: keyof UploadInspection["guesses"],
  inspection: UploadInspection,
  mapping: MappingInput | undefined,
): string {
  const wanted = mapping?.columns?.[field];
  if (wanted === "") return "";
  const found =
    wanted === undefined
      ? undefined
      : (inspection.columns.find((column) => column === wanted) ??
        inspection.columns.find((column) => key(column) === key(wanted)) ??
        (inspection.format === "jsonl" ? wanted : undefined));
  return found ?? inspection.guesses[field] ?? "";
}
