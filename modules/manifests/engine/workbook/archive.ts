import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import type { Meter } from "../unpack/unpack";
import { checkUnpacked, unpacksTooLarge } from "../unpack/work-limits";
import { brokenWorkbook, tooManyParts, workbookProtected } from "./refusals";

const CHUNK = 64 * 1024;

/** The parts of a ZIP archive on the disk, by their names. Its directory was held to the limits before anything is unpacked. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Runs `work` with an open archive. Throws MANIFEST_LIMIT for what swells too much, MANIFEST_FORMAT for what is broken. */
  static async with<T>(path: string, work: (archive: Archive) => Promise<T>): Promise<T> {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
      throw brokenWorkbook();
    });
    try {
      return await work(new Archive(zip, await directoryOf(zip)));
    } finally {
      zip.close();
    }
  }

  /** How large the archive is as it is stored. */
  get bytes(): number {
    return this.zip.fileSize;
  }

  get names(): readonly string[] {
    return [...this.entries.values()].map(({ fileName }) => fileName);
  }

  /** Names are compared without case, as the programs that write workbooks do. */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /**
   * A part in pieces, as long as somebody asks for them. Throws when it is not there, or not what the directory says of it: a
   * part that ends early has lost rows. `meter` counts the bytes of the file that it took.
   */
  async *part(name: string, meter?: Meter): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw brokenWorkbook();
    if (entry.isEncrypted()) throw workbookProtected();
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw brokenWorkbook();
    const packed = await this.zip.openReadStreamPromise(entry, { decodeFileData: false }).catch(() => {
      throw brokenWorkbook();
    });
    let [bytes, sum] = [0, 0];
    try {
      for await (const chunk of plain(packed, entry, meter)) {
        bytes += chunk.length;
        // What is unpacked is held to what the directory said, whatever that was.
        if (bytes > entry.uncompressedSize) throw brokenWorkbook();
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof DomainError ? error : brokenWorkbook();
    } finally {
      packed.destroy();
    }
    if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw brokenWorkbook();
  }

  /** A small part as a whole. */
  async text(name: string, bytesMax: number): Promise<string> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of this.part(name)) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw unpacksTooLarge(bytesMax);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
  }
}

function plain(packed: Readable, entry: Entry, meter: Meter | undefined): Readable {
  if (meter !== undefined)
    packed.on("data", (chunk: Buffer) => {
      meter.packedBytes += chunk.length;
    });
  if (entry.compressionMethod === 0) return packed;
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  pipeline(packed, inflate, () => {}); // An error comes out of `inflate`.
  return inflate;
}

async function directoryOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > LIMITS.workbookPartsMax) throw tooManyParts();
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw brokenWorkbook(); // Two programs would read two different tables.
      entries.set(name, entry);
      unpacked += entry.uncompressedSize;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : brokenWorkbook();
  }
  checkUnpacked(unpacked, zip.fileSize, {
    bytesMax: LIMITS.workbookUnpackedBytesMax,
    ratioMax: LIMITS.manifestUnpackRatioMax,
  });
  return entries;
}
