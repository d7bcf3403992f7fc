import type { Reason } from "../reasons";
import { standInsFor, WorkLines } from "../work-lines";
import { parseQuoted, type QuotedRecord, SkipQuoted } from "./quoted-record";
import { separatorLine } from "./separator-line";

const LF = 10;
const CR = 13;
const QUOTE = 34;
const SPACE = 32;

/** A record that cannot be taken apart. `raw` is its text as far as it is kept (at most `rawBytesMax`). */
export type ScanFault = Readonly<{ record: number; line: number; reason: Reason; raw: Uint8Array }>;

export type ScannerOptions = Readonly<{
  /** One byte. JSON Lines are scanned with 0x1f, one column and no quotes. */
  delimiter: number;
  columns: number;
  quotes: boolean;
  header: boolean;
  lineBytesMax: number;
  rawBytesMax: number;
  /** False when the bytes are not valid text; asked for whole blocks first, for single records only where that fails. */
  isText: (bytes: Uint8Array) => boolean;
  /** What is wrong with a record that could be cut, or null; asked for records without quotes. */
  faultOf?: ((bytes: Uint8Array) => Reason | null) | undefined;
  onFault: (fault: ScanFault) => void;
  /** Gets full buffers of the work file; it owns them afterwards. */
  onOutput: (bytes: Uint8Array) => void;
}>;

export type ScanTotals = Readonly<{
  received: number;
  good: number;
  faulty: number;
  quoted: number;
}>;

/**
 * Cuts a byte stream into records, faster than it is worth to parse them, so that DuckDB gets only what is sound:
 * one record a line, no quotes, `<record><d><line><d><fields…><d><raw>`, where `raw` is empty unless the record had
 * quotes. RFC 4180 with either line end. Every record is counted once, as good or as faulty, wherever chunks are cut.
 * A record that spans lines and is faulty loses its first line only; the scan goes on with the next one. Quoted text
 * over `lineBytesMax` is only taken for a forgotten quote when the lines in it look like records (see docs/adr/0070).
 */
export class RecordScanner {
  private pending: Uint8Array = new Uint8Array(0);
  private readonly out: WorkLines;
  private record = 0;
  private line = 1;
  private good = 0;
  private faulty = 0;
  private quoted = 0;
  private started = false;
  private skipping: "no" | "line" | SkipQuoted = "no";
  private readonly o: ScannerOptions;
  private readonly lowest: number;

  constructor(options: ScannerOptions) {
    this.o = options;
    this.lowest = standInsFor(options.delimiter).lowest;
    this.out = new WorkLines(options.delimiter, options.onOutput);
  }

  /** Records seen so far, the header among them; for progress only. */
  get records(): number {
    return this.record;
  }

  push(chunk: Uint8Array): void {
    this.take(chunk, false);
  }

  end(): ScanTotals {
    this.take(new Uint8Array(0), true);
    this.out.flush();
    const header = this.o.header ? Math.min(1, this.record) : 0;
    return {
      received: this.record - header,
      good: this.good,
      faulty: this.faulty,
      quoted: this.quoted,
    };
  }

  private take(chunk: Uint8Array, final: boolean): void {
    let block = chunk;
    if (this.pending.length > 0) {
      block = new Uint8Array(this.pending.length + chunk.length);
      block.set(this.pending);
      block.set(chunk, this.pending.length);
    }
    let at = 0;
    if (!this.started) {
      if (block.length < 3 && !final) {
        this.pending = block.slice();
        return;
      }
      if (block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf) at = 3;
      const first = this.o.header ? separatorLine(block, at, final) : at;
      if (first < 0) {
        this.pending = block.slice();
        return;
      }
      if (first > at) this.line += 1;
      at = first;
      this.started = true;
    }
    at = this.scan(block, at, final);
    this.pending = block.slice(at);
  }

  /** Consumes whole records from `at`; returns where the first unfinished one starts. */
  private scan(block: Uint8Array, from: number, final: boolean): number {
    const lastEnd = final ? block.length : block.lastIndexOf(LF) + 1;
    const allText = lastEnd <= from || this.o.isText(block.subarray(from, lastEnd));
    let at = from;
    let quoteAt = -1;
    while (at < block.length) {
      if (this.skipping !== "no") {
        at = this.skip(block, at, final);
        continue;
      }
      const lineFeed = block.indexOf(LF, at);
      const end = lineFeed >= 0 ? lineFeed : block.length;
      if (this.o.quotes && quoteAt < at) {
        const found = block.indexOf(QUOTE, at);
        quoteAt = found >= 0 ? found : block.length;
      }
      const hasQuote = this.o.quotes && quoteAt < end;
      if (!hasQuote) {
        if (lineFeed < 0 && !final) {
          if (block.length - at <= this.o.lineBytesMax) return at;
          this.fault("line_too_long", block, at, block.length);
          this.skipping = this.o.quotes ? new SkipQuoted(this.o.delimiter) : "line";
          continue; // Passed over from its start: a quote that comes later must count wherever the chunks are cut.
        }
        this.plain(block, at, end, allText);
        this.line += 1;
        at = end + 1;
        continue;
      }
      const next = this.withQuotes(block, at, final, allText);
      if (next < 0) return at;
      at = next;
    }
    return Math.min(at, block.length);
  }

  private plain(block: Uint8Array, at: number, lineEnd: number, allText: boolean): unknown {
    const end = lineEnd > at && block[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
    if (end === at) return this.fault("empty_line", block, at, end);
    if (lineEnd - at > this.o.lineBytesMax) return this.fault("line_too_long", block, at, end);
    if (!allText && !this.o.isText(block.subarray(at, end)))
      return this.fault("invalid_encoding", block, at, end);
    const delimiter = this.o.delimiter;
    const lowest = this.lowest;
    let fields = 1;
    for (let i = at; i < end; i += 1) {
      const byte = block[i] as number;
      if (byte === delimiter) fields += 1;
      else if (byte < 32 && (byte === 0 || byte === CR || byte >= lowest))
        return this.fault("control_characters", block, at, end);
    }
    if (this.o.header && this.record === 0) return this.countHeader();
    if (fields !== this.o.columns) return this.fault(this.countFault(fields, block, at, end), block, at, end);
    const fault = this.o.faultOf?.(block.subarray(at, end)) ?? null;
    if (fault !== null) return this.fault(fault, block, at, end);
    this.record += 1;
    this.good += 1;
    return this.out.plain(this.record, this.line, block.subarray(at, end));
  }

  /** A record with quotes; returns where the next one starts, or -1 when more bytes are needed to tell. */
  private withQuotes(block: Uint8Array, at: number, final: boolean, allText: boolean): number {
    const limit = Math.min(block.length, at + this.o.lineBytesMax + 1);
    const found = parseQuoted(block, at, limit, { delimiter: this.o.delimiter, lowest: this.lowest });
    if (found.kind === "open") {
      if (limit - at > this.o.lineBytesMax) return this.tooLong(block, at, limit);
      if (!final) return -1;
      if (found.inQuote) return this.faultFirstLine("unterminated_quote", block, at, final);
      const end = block[block.length - 1] === CR ? block.length - 1 : block.length;
      return this.closed(block, at, { ...found, kind: "closed", end, next: block.length }, allText);
    }
    if (found.kind === "bad") return this.faultFirstLine("bad_quoting", block, at, final);
    if (found.next - at > this.o.lineBytesMax + 1) return this.tooLong(block, at, limit);
    return this.closed(block, at, found, allText);
  }

  private closed(
    block: Uint8Array,
    at: number,
    found: Extract<QuotedRecord, { kind: "closed" }>,
    allText: boolean,
  ): number {
    const { end, fields } = found;
    const isHeader = this.o.header && this.record === 0;
    if (!allText && !this.o.isText(block.subarray(at, end))) this.fault("invalid_encoding", block, at, end);
    else if (found.control) this.fault("control_characters", block, at, end);
    else if (isHeader) this.countHeader();
    else if (fields !== this.o.columns) {
      const reason = this.countFault(fields, block, at, end);
      if (found.lineFeeds > 0) return this.faultFirstLine(reason, block, at, true);
      this.fault(reason, block, at, end);
    } else {
      this.record += 1;
      this.good += 1;
      this.quoted += 1;
      this.out.quoted(this.record, this.line, block.subarray(at, end));
    }
    this.line += 1 + found.lineFeeds;
    return found.next;
  }

  /** A quote after a space does not open a field, so what it should have kept together is cut. */
  private countFault(fields: number, block: Uint8Array, at: number, end: number): Reason {
    if (this.o.quotes && this.o.delimiter !== SPACE)
      for (let i = at + 1; i < end; i += 1) {
        if (block[i] !== QUOTE || block[i - 1] !== SPACE) continue;
        let before = i - 1;
        while (before > at && block[before] === SPACE) before -= 1;
        if (block[before] === this.o.delimiter || (before === at && block[at] === SPACE))
          return "space_before_quote";
      }
    return fields < this.o.columns ? "too_few_fields" : "too_many_fields";
  }

  private tooLong(block: Uint8Array, at: number, limit: number): number {
    const first = block.indexOf(LF, at);
    if (first >= 0 && first < limit && this.looksLikeRecords(block, first + 1, limit))
      return this.faultFirstLine("unterminated_quote", block, at, true);
    this.fault("line_too_long", block, at, limit);
    this.skipping = new SkipQuoted(this.o.delimiter);
    return at;
  }

  private looksLikeRecords(block: Uint8Array, from: number, limit: number): boolean {
    let at = from;
    for (let seen = 0; seen < 32; seen += 1) {
      const end = block.indexOf(LF, at);
      if (end < 0 || end >= limit) return seen > 0;
      let fields = 1;
      for (let i = at; i < end; i += 1) if (block[i] === this.o.delimiter) fields += 1;
      if (fields !== this.o.columns) return false;
      at = end + 1;
    }
    return true;
  }

  private faultFirstLine(reason: Reason, block: Uint8Array, at: number, final: boolean): number {
    const lineFeed = block.indexOf(LF, at);
    if (lineFeed < 0 && !final) {
      if (block.length - at <= this.o.lineBytesMax) return -1;
      this.fault("line_too_long", block, at, block.length);
      this.skipping = "line";
      return block.length;
    }
    const lineEnd = lineFeed < 0 ? block.length : lineFeed;
    this.fault(lineEnd - at > this.o.lineBytesMax ? "line_too_long" : reason, block, at, lineEnd);
    this.line += 1;
    return lineEnd + 1;
  }

  private skip(block: Uint8Array, at: number, final: boolean): number {
    const skipped =
      this.skipping === "line"
        ? { next: block.indexOf(LF, at) + 1, lineFeeds: 0 }
        : (this.skipping as SkipQuoted).feed(block, at);
    if (skipped.next > 0) {
      this.line += skipped.lineFeeds + 1;
      this.skipping = "no";
      return skipped.next;
    }
    this.line += skipped.lineFeeds + (final ? 1 : 0);
    return block.length;
  }

  private countHeader(): unknown {
    this.record = 1;
    return null;
  }

  private fault(reason: Reason, block: Uint8Array, at: number, end: number): unknown {
    this.record += 1;
    if (this.o.header && this.record === 1) return null; // A header that cannot be read is refused before the scan.
    this.faulty += 1;
    // Of a line that is too long only its beginning is kept, which is the same however much of it has been seen.
    const stop =
      reason === "line_too_long"
        ? at + Math.min(this.o.rawBytesMax, this.o.lineBytesMax)
        : Math.min(end > at && block[end - 1] === CR ? end - 1 : end, at + this.o.rawBytesMax);
    this.o.onFault({ record: this.record, line: this.line, reason, raw: block.slice(at, stop) });
    return null;
  }
}
