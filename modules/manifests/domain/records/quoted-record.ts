const LF = 10;
const CR = 13;
const QUOTE = 34;

type Seen = Readonly<{ fields: number; lineFeeds: number; control: boolean }>;
export type QuotedRecord =
  | (Seen & Readonly<{ kind: "closed"; end: number; next: number }>)
  | (Seen & Readonly<{ kind: "open"; inQuote: boolean }>)
  | Readonly<{ kind: "bad" }>;

/**
 * Reads one record with quotes (RFC 4180) from `at`, not past `limit`. closed: `end` is its last byte + 1 without the
 * line end, `next` where the next record starts; `control`: it has a control character from `lowest` up. open: the bytes ended first. bad: text after a closing quote.
 */
export function parseQuoted(
  block: Uint8Array,
  at: number,
  limit: number,
  { delimiter, lowest }: Readonly<{ delimiter: number; lowest: number }>,
): QuotedRecord {
  let fields = 1;
  let lineFeeds = 0;
  let control = false;
  let inQuote = false;
  let fieldStart = true;
  for (let i = at; i < limit; i += 1) {
    const byte = block[i] as number;
    if (inQuote) {
      if (byte === LF) lineFeeds += 1;
      else if (byte < 32 && byte !== delimiter && isReserved(byte, lowest)) control = true;
      if (byte !== QUOTE) continue;
      if (i + 1 >= limit) return { kind: "open", fields, lineFeeds, control, inQuote: false };
      const after = block[i + 1] as number;
      if (after === QUOTE) i += 1;
      else if (after === delimiter || after === LF) inQuote = false;
      else if (after === CR && i + 2 >= limit)
        return { kind: "open", fields, lineFeeds, control, inQuote: false };
      else if (after === CR && block[i + 2] === LF) inQuote = false;
      else return { kind: "bad" };
    } else if (byte === QUOTE && fieldStart) {
      inQuote = true;
      fieldStart = false;
    } else if (byte === delimiter) {
      fields += 1;
      fieldStart = true;
    } else if (byte === LF) {
      const end = i > at && block[i - 1] === CR ? i - 1 : i;
      return { kind: "closed", end, next: i + 1, fields, lineFeeds, control };
    } else {
      if (byte < 32 && isReserved(byte, lowest)) control = true;
      fieldStart = false;
    }
  }
  return { kind: "open", fields, lineFeeds, control, inQuote };
}

const isReserved = (byte: number, lowest: number): boolean => byte === 0 || byte >= lowest;

/** Passes over a quoted record too long to keep, remembering between blocks whether a quote is open. */
export class SkipQuoted {
  private inQuote = false;
  private fieldStart = true;
  private readonly delimiter: number;

  constructor(delimiter: number) {
    this.delimiter = delimiter;
  }

  /** `next` is where the record after it starts, 0 when it goes on; `lineFeeds` are those inside it. */
  feed(block: Uint8Array, at: number): { next: number; lineFeeds: number } {
    let lineFeeds = 0;
    for (let i = at; i < block.length; i += 1) {
      const byte = block[i] as number;
      if (byte === QUOTE && (this.inQuote || this.fieldStart)) this.inQuote = !this.inQuote;
      if (byte === LF && !this.inQuote) return { next: i + 1, lineFeeds };
      if (byte === LF) lineFeeds += 1;
      // After a closing quote a doubled one opens again: that is how "" inside a quoted field reads here.
      this.fieldStart = byte === this.delimiter || byte === QUOTE;
    }
    return { next: 0, lineFeeds };
  }
}
