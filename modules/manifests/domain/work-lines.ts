const LF = 10;
const CR = 13;
const QUOTE = 34;
const BUFFER_BYTES = 1024 * 1024;

export type StandIns = Readonly<{ lowest: number; cr: number; lf: number; delimiter: number }>;

/**
 * Stand-ins inside the work file: a delimiter, line feed or return that was quoted. Input must not contain them itself,
 * nor any control character from `lowest` to 0x1f; where one of them is the delimiter, 0x1c stands in its stead.
 */
export function standInsFor(delimiter: number): StandIns {
  const free = [0x1d, 0x1e, 0x1f].map((byte) => (byte === delimiter ? 0x1c : byte));
  const [cr = 0x1d, lf = 0x1e, quoted = 0x1f] = free;
  return { lowest: Math.min(...free), cr, lf, delimiter: quoted };
}

/** Writes the work file's lines into buffers: `<record><d><line><d><fields…><d><raw>`; `raw` only where quotes were taken off. */
export class WorkLines {
  private out: Uint8Array = new Uint8Array(0);
  private at = 0;
  private readonly delimiter: number;
  private readonly standIns: StandIns;
  private readonly onOutput: (bytes: Uint8Array) => void;

  constructor(delimiter: number, onOutput: (bytes: Uint8Array) => void) {
    this.delimiter = delimiter;
    this.standIns = standInsFor(delimiter);
    this.onOutput = onOutput;
  }

  /** A record without quotes: its bytes are its fields. */
  plain(record: number, line: number, bytes: Uint8Array): null {
    this.begin(record, line, bytes.length + 64);
    this.out.set(bytes, this.at);
    this.at += bytes.length;
    this.out[this.at++] = this.delimiter;
    this.out[this.at++] = LF;
    return null;
  }

  /** A record with quotes: they are taken off, what they protected gets stand-ins, and the original follows as `raw`. */
  quoted(record: number, line: number, bytes: Uint8Array): void {
    this.begin(record, line, 2 * bytes.length + 64);
    const { out, delimiter, standIns } = this;
    let to = this.at;
    let inQuote = false;
    let fieldStart = true;
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i] as number;
      if (inQuote) {
        if (byte !== QUOTE) out[to++] = standIn(byte, delimiter, standIns);
        else if (bytes[i + 1] === QUOTE) {
          out[to++] = QUOTE;
          i += 1;
        } else inQuote = false;
      } else if (byte === QUOTE && fieldStart) {
        inQuote = true;
        fieldStart = false;
      } else {
        out[to++] = byte === CR ? standIns.cr : byte;
        fieldStart = byte === delimiter;
      }
    }
    out[to++] = delimiter;
    for (let i = 0; i < bytes.length; i += 1) out[to++] = standIn(bytes[i] as number, delimiter, standIns);
    out[to++] = LF;
    this.at = to;
  }

  flush(): void {
    if (this.at > 0) this.onOutput(this.out.subarray(0, this.at));
    this.out = new Uint8Array(0);
    this.at = 0;
  }

  private begin(record: number, line: number, bytes: number): void {
    if (this.out.length - this.at < bytes) {
      if (this.at > 0) this.onOutput(this.out.subarray(0, this.at));
      this.out = new Uint8Array(Math.max(BUFFER_BYTES, bytes));
      this.at = 0;
    }
    this.number(record);
    this.number(line);
  }

  private number(value: number): void {
    let digits = 1;
    for (let power = 10; value >= power; power *= 10) digits += 1;
    let rest = value;
    for (let i = this.at + digits - 1; i >= this.at; i -= 1) {
      const tenth = Math.floor(rest / 10);
      this.out[i] = 48 + (rest - tenth * 10);
      rest = tenth;
    }
    this.at += digits;
    this.out[this.at++] = this.delimiter;
  }
}

function standIn(byte: number, delimiter: number, standIns: StandIns): number {
  if (byte === delimiter) return standIns.delimiter;
  if (byte === LF) return standIns.lf;
  return byte === CR ? standIns.cr : byte;
}
