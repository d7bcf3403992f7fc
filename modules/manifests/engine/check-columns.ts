import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";

/** Throws MANIFEST_LIMIT for too many columns or a name that is too long, MANIFEST_FORMAT for two of one name. */
export function checkColumns(columns: readonly string[]): void {
  if (columns.length > LIMITS.manifestColumnsMax) {
    throw new DomainError(
      "MANIFEST_LIMIT",
      `The file has ${columns.length} columns; at most ${LIMITS.manifestColumnsMax} are read. Leave out what is not needed.`,
      {
        detail: {
          because: "too_many_columns",
          limit: "manifestColumnsMax",
          columns: columns.length,
          max: LIMITS.manifestColumnsMax,
        },
      },
    );
  }
  const long = columns.findIndex((name) => name.length > LIMITS.manifestColumnCharsMax) + 1;
  if (long > 0)
    throw new DomainError(
      "MANIFEST_LIMIT",
      `The name of column ${long} has more than ${LIMITS.manifestColumnCharsMax} characters, the most a name may have. The first line of a file must name its columns.`,
      {
        detail: {
          ...{ because: "column_name_too_long", limit: "manifestColumnCharsMax" },
          ...{ column: long, max: LIMITS.manifestColumnCharsMax },
        },
      },
    );
  const seen = new Map<string, string>();
  for (const name of columns) {
    const key = name.trim().toLowerCase();
    const other = seen.get(key);
    // Two empty names are harmless: nobody can mean them.
    if (other !== undefined && name.trim() !== "")
      throw new DomainError(
        "MANIFEST_FORMAT",
        `Two columns have the same name: "${other}" and "${name}". Rename one.`,
        { detail: { because: "column_twice", column: name.trim() } },
      );
    seen.set(key, name);
  }
}
