import type { MappingInput, UploadInspection } from "@/modules/manifests/schema";

const key = (name: string) => name.toLowerCase().replace(/[\s_-]+/g, "");

/** Which column a field starts with in the form: the profile's when the file has it, else our guess, else none. */
export function columnOf(
  field: keyof UploadInspection["guesses"],
  inspection: UploadInspection,
  mapping: MappingInput | undefined,
): string {
  const wanted = mapping?.columns?.[field];
  if (wanted === "") return "";
  const found =
    wanted === undefined ? undefined : inspection.columns.find((column) => key(column) === key(wanted));
  return found ?? inspection.guesses[field] ?? "";
}
