import { stat } from "node:fs/promises";
import { bytesText } from "@/kernel/bytes";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { cutText } from "@/kernel/text";

/** What unpacking may cost; tests make them small. */
export type UnpackLimits = Readonly<{ bytesMax: number; ratioMax: number }>;

export const UNPACK_LIMITS: UnpackLimits = {
  bytesMax: LIMITS.manifestUnpackedBytesMax,
  ratioMax: LIMITS.manifestUnpackRatioMax,
};

/**
 * Throws MANIFEST_LIMIT when `bytes` are more than a file may unpack to, or hollow: more than `ratioMax` times `packedBytes`,
 * the size of the file as it came. Null: the file is not packed, so only its size counts.
 */
export function checkUnpacked(
  bytes: number,
  packedBytes: number | null,
  { bytesMax, ratioMax }: UnpackLimits = UNPACK_LIMITS,
): void {
  if (bytes > bytesMax) throw unpacksTooLarge(bytesMax);
  if (packedBytes !== null && bytes > HOLLOW_BYTES && bytes > packedBytes * ratioMax)
    throw unpacksHollow(ratioMax);
}

export const tooManyRows = (): DomainError =>
  new DomainError(
    "MANIFEST_LIMIT",
    `The file has more than ${LIMITS.manifestRowsMax.toLocaleString("en")} rows, the most a manifest may have. Split it.`,
    { detail: { because: "too_many_rows", limit: "manifestRowsMax", max: LIMITS.manifestRowsMax } },
  );

export const unpacksTooLarge = (max: number = LIMITS.manifestUnpackedBytesMax): DomainError =>
  new DomainError(
    "MANIFEST_LIMIT",
    `The file unpacks to more than ${bytesText(max)}, the most a manifest may have.`,
    {
      detail: { because: "unpacks_too_large", limit: "manifestUnpackedBytesMax", max, size: bytesText(max) },
    },
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

/** Checks that need more memory than the engine has, even with what it can put on the disk. */
export const needsTooMuchMemory = (): DomainError =>
  new DomainError(
    "MANIFEST_LIMIT",
    "Checking this file needs more memory than a check may take. Leave out columns with long texts, or split the file.",
    { detail: { because: "needs_too_much_memory" } },
  );

export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && /out of memory|failed to allocate/i.test(error.message);

/** Parquet packs what repeats to nearly nothing: so many rows in so few bytes are no table of real rows. */
export const tooManyRowsForItsSize = (max: number): DomainError =>
  new DomainError(
    "MANIFEST_LIMIT",
    `The file has more than ${max.toLocaleString("en")} rows, which is more than a table of real rows has in so few bytes. Send it as CSV, or split it.`,
    { detail: { because: "rows_hollow", max } },
  );

/** A column whose cells are so large that they cannot be names, addresses or numbers. */
export const cellsTooLarge = (column: string): DomainError =>
  new DomainError(
    "MANIFEST_LIMIT",
    `The column "${cutText(column, 60)}" holds cells of more than ${bytesText(LIMITS.manifestLineBytesMax)}. Leave columns with whole texts out.`,
    {
      detail: {
        ...{ because: "cells_too_large", column: cutText(column, 60) },
        ...{ limit: "manifestLineBytesMax", max: LIMITS.manifestLineBytesMax },
      },
    },
  );

/** Below this nothing is hollow: small files may pack very well. */
export const HOLLOW_BYTES = 16 * 1024 * 1024;

export const unpacksHollow = (max: number = LIMITS.manifestUnpackRatioMax): DomainError =>
  new DomainError(
    "MANIFEST_LIMIT",
    `The file unpacks to more than ${max} times its size, which no table of real rows does. Send it unpacked.`,
    { detail: { because: "unpacks_hollow", limit: "manifestUnpackRatioMax", max } },
  );
