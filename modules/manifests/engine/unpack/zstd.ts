import { Decompress } from "fzstd";
import createXxhash from "xxhash-wasm";
import { bytesText } from "@/kernel/bytes";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";

const MAGIC = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50; // and the fifteen after it
const BLOCK_BYTES_MAX = 128 * 1024;
const WINDOW_MAX = LIMITS.manifestZstdWindowBytesMax;
// What unpacking may move in memory, to begin with and for each byte unpacked: see Effort.
const MOVED_FREE = 8 * 1024 ** 3;
const MOVED_FOR_A_BYTE = 2048;

export const isZstd = (head: Uint8Array): boolean =>
  (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) ||
  (((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18);

export const brokenZstd = (): DomainError =>
  new DomainError(
    "MANIFEST_FORMAT",
    "The Zstandard file is damaged, cut short, or packed with a dictionary. Pack it again and check it with zstd -t.",
    { detail: { because: "zstandard_damaged" } },
  );

/**
 * Unpacks Zstandard (RFC 8878), frame by frame: as many as there are, checksums compared where the packer left them. We walk
 * frames and blocks ourselves, because the decoder trusts a frame's word on how much memory it needs and knows no checksums
 * (docs/adr/0180). Throws MANIFEST_FORMAT.
 */
export async function* unzstd(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const bytes = new ByteReader(source);
  const hashes = await createXxhash();
  const effort = new Effort();
  for (;;) {
    const magic = await bytes.takeOrEnd(4);
    if (magic === null) return;
    const word = magic.readUInt32LE();
    if ((word & 0xfffffff0) >>> 0 === SKIPPABLE) await bytes.skip((await bytes.take(4)).readUInt32LE());
    else if (word === MAGIC) yield* frame({ bytes, magic, hash: hashes.create64(), effort });
    else throw brokenZstd();
  }
}

type Hash = ReturnType<Awaited<ReturnType<typeof createXxhash>>["create64"]>;

type Frame = Readonly<{ bytes: ByteReader; magic: Buffer; hash: Hash; effort: Effort }>;

async function* frame({ bytes, magic, hash, effort }: Frame): AsyncGenerator<Buffer> {
  const { header, window, hasChecksum } = await frameHeader(bytes);
  effort.spend(window); // The decoder takes and clears it.
  const unpacked: Uint8Array[] = [];
  const decoder = new Decompress((chunk) => unpacked.push(chunk));
  let before: Buffer = Buffer.concat([magic, header]);
  for (;;) {
    const block = await blockOf(bytes);
    effort.spend(window);
    const isLast = ((block[0] ?? 0) & 1) === 1;
    const checksum = isLast && hasChecksum ? await bytes.take(4) : Buffer.alloc(0);
    try {
      decoder.push(Buffer.concat([before, block, checksum]), isLast);
    } catch {
      throw brokenZstd();
    }
    before = Buffer.alloc(0);
    for (const chunk of unpacked.splice(0)) {
      hash.update(chunk);
      effort.earn(chunk.length);
      // The decoder gives its own memory away only once it has copied it; this copy is ours.
      if (chunk.length > 0) yield Buffer.from(chunk);
    }
    if (!isLast) continue;
    if (hasChecksum && Number(hash.digest() & 0xffffffffn) !== checksum.readUInt32LE()) throw brokenZstd();
    return;
  }
}

type FrameHeader = Readonly<{ header: Buffer; window: number; hasChecksum: boolean }>;

/** The header behind the magic number; refuses a window that would take more memory than a packer ever needs by default. */
async function frameHeader(bytes: ByteReader): Promise<FrameHeader> {
  const descriptor = await bytes.take(1);
  const flags = descriptor[0] ?? 0;
  const single = (flags & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0;
  const sizeBytes = [single ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  if ((flags & 8) !== 0 || dictionaryBytes > 0) throw brokenZstd();
  const rest = await bytes.take((single ? 0 : 1) + sizeBytes);
  const window = single ? contentSize(rest, sizeBytes) : windowSize(rest[0] ?? 0);
  if (window > WINDOW_MAX)
    throw new DomainError(
      "MANIFEST_FORMAT",
      `The Zstandard file needs more than ${bytesText(WINDOW_MAX)} of memory to be unpacked. Pack it with level 19 or lower, and without --long.`,
      {
        detail: {
          because: "zstandard_window",
          limit: "manifestZstdWindowBytesMax",
          max: WINDOW_MAX,
          size: bytesText(WINDOW_MAX),
        },
      },
    );
  return { header: Buffer.concat([descriptor, rest]), window, hasChecksum: (flags & 4) !== 0 };
}

function contentSize(field: Buffer, length: number): number {
  if (length === 8) return Number(field.readBigUInt64LE());
  return field.readUIntLE(0, length) + (length === 2 ? 256 : 0);
}

const windowSize = (descriptor: number): number => 2 ** (10 + (descriptor >> 3)) * (1 + (descriptor & 7) / 8);

/** One block with its header of three bytes: raw, a byte repeated, or compressed. */
async function blockOf(bytes: ByteReader): Promise<Buffer> {
  const header = await bytes.take(3);
  const word = header.readUIntLE(0, 3);
  const [kind, size] = [(word >> 1) & 3, word >> 3];
  if (kind === 3 || size > BLOCK_BYTES_MAX) throw brokenZstd();
  return Buffer.concat([header, await bytes.take(kind === 1 ? 1 : size)]);
}

/**
 * The decoder moves its whole window with each block, however small. Packers fill their blocks; a file of many that hold
 * next to nothing would keep us busy for days.
 */
class Effort {
  private left = MOVED_FREE;

  spend(window: number): void {
    this.left -= Math.max(window, 64 * 1024);
    if (this.left < 0)
      throw new DomainError(
        "MANIFEST_FORMAT",
        "The Zstandard file is packed in far too many small pieces. Unpack it and pack it again in one go.",
        { detail: { because: "zstandard_pieces" } },
      );
  }

  earn(bytes: number): void {
    this.left += bytes * MOVED_FOR_A_BYTE;
  }
}

/** Takes bytes in the lengths that are wanted out of chunks of any length. */
class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private chunk: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** Null where the source has ended; throws where it ends halfway. */
  async takeOrEnd(length: number): Promise<Buffer | null> {
    if (this.chunk.length === 0 && !(await this.more())) return null;
    return this.take(length);
  }

  async take(length: number): Promise<Buffer> {
    while (this.chunk.length < length) if (!(await this.more())) throw brokenZstd();
    const taken = this.chunk.subarray(0, length);
    this.chunk = this.chunk.subarray(length);
    return taken;
  }

  async skip(length: number): Promise<void> {
    let left = length;
    while (this.chunk.length < left) {
      left -= this.chunk.length;
      this.chunk = Buffer.alloc(0);
      if (!(await this.more())) throw brokenZstd();
    }
    this.chunk = this.chunk.subarray(left);
  }

  private async more(): Promise<boolean> {
    const next = await this.chunks.next();
    if (next.done === true) return false;
    this.chunk = this.chunk.length === 0 ? next.value : Buffer.concat([this.chunk, next.value]);
    return true;
  }
}
