import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { DomainError } from "@/kernel/errors";
import type { Compression } from "../look/sniff";
import { checkUnpacked, UNPACK_LIMITS, type UnpackLimits } from "./work-limits";
import { unzstd } from "./zstd";

const CHUNK = 1024 * 1024;

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
      checkUnpacked(total, compression === "none" ? null : packedBytes, limits);
      yield chunk;
    }
  } catch (error) {
    throw isGzipError(error) ? brokenGzip() : error;
  } finally {
    source.destroy();
    gunzip?.destroy();
  }
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
