import { partsOf, textOf } from "@/app/_web/request/form-of";
import { MANIFEST_FIELDS, type MappingInput } from "@/modules/manifests/schema";

/** What the mapping form says. A field that is set to "not in the file" stays off, so its guess does not come back. */
export function mappingOfForm(form: FormData): MappingInput {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const columns = Object.fromEntries(
    MANIFEST_FIELDS.map((field) => [field, text(`column.${field}`) ?? ""]),
  ) as NonNullable<MappingInput["columns"]>;
  const charsPerToken = text("charsPerToken");
  const mapping = {
    columns,
    charsPerToken: charsPerToken === undefined ? undefined : Number(charsPerToken),
    createdAt: text("createdAt"),
    thousands: text("thousands"),
    decimal: text("decimal"),
    encoding: text("encoding"),
    delimiter: text("delimiter"),
    deletedMarkers: text("deletedMarkers")
      ?.split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  };
  // The shape is checked by the verb; here only what was said is passed on.
  return Object.fromEntries(
    Object.entries(mapping).filter(([, value]) => value !== undefined),
  ) as MappingInput;
}

/**
 * The version in which the page showed the saved mapping of this name; "none" when it showed no such mapping. `shown` is what
 * the page was bound to, names with versions: a list, since a person may call a mapping "constructor".
 */
export function shownVersion(shown: unknown, name: string): string {
  const mappings: readonly unknown[] = Array.isArray(shown) ? shown : [];
  const mapping = mappings.map(partsOf).find((one) => one.name === name);
  return textOf(mapping?.version) || "none";
}
