import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";

/** Throws MANIFEST_LIMIT for too many columns or a name that is too long. Two of one name are refused where a field would use them (`resolveMapping`). */
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
}
