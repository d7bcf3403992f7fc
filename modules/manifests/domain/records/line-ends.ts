const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Whether a text ends its lines as old Macs did, with a return alone: its first line, quoted parts aside, ends so. Null when no
 * line ends in these bytes. `final`: nothing comes after them.
 */
export function endsWithReturns(bytes: Uint8Array, final: boolean): boolean | null {
  let inQuote = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === QUOTE) inQuote = !inQuote;
    if (inQuote || (byte !== LF && byte !== CR)) continue;
    if (byte === LF) return false;
    if (i + 1 < bytes.length) return bytes[i + 1] !== LF;
    return final ? false : null;
  }
  return null;
}

/** The bytes with every return alone as a line feed, and no return before a line feed. `carry`: the bytes before ended in a return. */
export function withLineFeeds(bytes: Uint8Array, carry: boolean): { bytes: Uint8Array; carry: boolean } {
  const out = new Uint8Array(bytes.length);
  let to = 0;
  let afterReturn = carry;
  for (const byte of bytes) {
    if (byte === LF && afterReturn) {
      afterReturn = false;
      continue;
    }
    afterReturn = byte === CR;
    out[to++] = byte === CR ? LF : byte;
  }
  return { bytes: out.subarray(0, to), carry: afterReturn };
}

const FIRST_LINE_BYTES_MAX = 4 * 1024 * 1024;

/** A stream of text with line feeds at the ends of its lines, whatever ended them in the file; see `endsWithReturns`. */
export async function* unixLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first: Buffer = Buffer.alloc(0);
  let isReturns: boolean | null = null;
  let carry = false;
  const turned = (chunk: Buffer): Buffer => {
    if (isReturns !== true) return chunk;
    const done = withLineFeeds(chunk, carry);
    carry = done.carry;
    return Buffer.from(done.bytes.buffer, done.bytes.byteOffset, done.bytes.byteLength);
  };
  for await (const chunk of chunks) {
    if (isReturns !== null) {
      yield turned(chunk);
      continue;
    }
    first = first.length === 0 ? chunk : Buffer.concat([first, chunk]);
    isReturns = endsWithReturns(first, false) ?? (first.length > FIRST_LINE_BYTES_MAX ? false : null);
    if (isReturns === null) continue;
    yield turned(first);
    first = Buffer.alloc(0);
  }
  if (first.length > 0) yield turned(first);
}
