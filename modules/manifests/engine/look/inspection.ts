import type { FileFormat } from "../../domain/manifest";
import type { Encoding } from "./encoding";
import type { Compression } from "./sniff";

/** What a look at the beginning of a file tells: enough to show a sample, guess the columns, and read it. */
export type Inspection = Readonly<{
  format: FileFormat;
  compression: Compression;
  encoding: Encoding | null;
  delimiter: string | null;
  columns: readonly string[];
  /** The first rows as text, for the eye; one list of cells a row, in the order of `columns`. */
  sample: readonly (readonly string[])[];
}>;
