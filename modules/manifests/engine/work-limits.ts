import { stat } from "node:fs/promises";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";

export const tooManyRows = (): DomainError =>
  new DomainError(
    "MANIFEST_LIMIT",
    `The file has more than ${LIMITS.manifestRowsMax} rows, the most a manifest may have. Split it.`,
    { detail: { because: "too_many_rows", limit: "manifestRowsMax", max: LIMITS.manifestRowsMax } },
  );

export const unpacksTooLarge = (max: number = LIMITS.manifestUnpackedBytesMax): DomainError =>
  new DomainError(
    "MANIFEST_LIMIT",
    `The file unpacks to more than ${max} bytes, the most a manifest may have.`,
    { detail: { because: "unpacks_too_large", limit: "manifestUnpackedBytesMax", max } },
  );

/** Throws MANIFEST_LIMIT when what has been written of a file is over `bytesMax`, whatever the file said of its size. */
export async function checkWritten(
  file: string,
  bytesMax: number = LIMITS.manifestUnpackedBytesMax,
): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0, // Not begun yet.
  );
  if (size > bytesMax) throw unpacksTooLarge(bytesMax);
}
