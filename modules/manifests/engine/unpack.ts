import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import type { Compression } from "./sniff";
import { HOLLOW_BYTES, unpacksHollow, unpacksTooLarge } from "./work-limits";
import { unzstd } from "./zstd";

const CHUNK = 1024 * 1024;

/** What unpacking may cost; tests make them small. */
export type UnpackLimits = Readonly<{ bytesMax: number; ratioMax: number }>;

export const UNPACK_LIMITS: UnpackLimits = {
  bytesMax: LIMITS.manifestUnpackedBytesMax,
  ratioMax: LIMITS.manifestUnpackRatioMax,
};

/** How much of the packed file has been read; filled while it is unpacked. */
export type Meter = { packedBytes: number };

/** The unpacked bytes of a file, in chunks of about 1 MiB. Throws MANIFEST_LIMIT for what swells too much, MANIFEST_FORMAT for what is broken. */
export async function* unpacked(
  path: string,
  compression: Compression,
  limits: UnpackLimits = UNPACK_LIMITS,
  meter?: Meter,
): AsyncGenerator<Buffer> {
  const packedBytes = (await stat(path)).size;
  const source = createReadStream(path, { highWaterMark: CHUNK });
  const gunzip = compression === "gzip" ? source.pipe(createGunzip({ chunkSize: CHUNK })) : null;
  source.on("error", (error) => gunzip?.destroy(error));
  const chunks: AsyncIterable<Buffer> = compression === "zstd" ? unzstd(source) : (gunzip ?? source);
  let total = 0;
  try {
    for await (const chunk of chunks) {
      total += chunk.length;
      if (meter !== undefined) meter.packedBytes = source.bytesRead;
      checkSize(total, compression === "none" ? null : packedBytes, limits);
      yield chunk;
    }
  } catch (error) {
    throw isGzipError(error) ? brokenGzip() : error;
  } finally {
    source.destroy();
    gunzip?.destroy();
  }
}

function checkSize(total: number, packedBytes: number | null, limits: UnpackLimits): void {
  if (total > limits.bytesMax) throw unpacksTooLarge(limits.bytesMax);
  // Small files may pack very well; a bomb is one that is large as well as hollow.
  if (packedBytes !== null && total > HOLLOW_BYTES && total > packedBytes * limits.ratioMax)
    throw unpacksHollow(limits.ratioMax);
}

const brokenGzip = () =>
  new DomainError(
    "MANIFEST_FORMAT",
    "The gzip file is damaged or cut short. Pack it again and check it with gzip -t.",
    { detail: { because: "gzip_damaged" } },
  );

function isGzipError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" && (code.startsWith("Z_") || code === "ERR_ZLIB_INITIALIZATION_FAILED");
}

/** Reads at most `bytes` of the unpacked beginning. */
export async function unpackedHead(path: string, compression: Compression, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of unpacked(path, compression)) {
    chunks.push(chunk);
    total += chunk.length;
    if (total >= bytes) break;
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}
