import { DomainError } from "@/kernel/errors";

type Known = Readonly<{ at: number; bytes: string; because: string; message: string }>;

const table = "Send the table as CSV, JSON Lines or Parquet.";

/** Files that are known by their first bytes and not read here, each with what to send instead. `bytes` is Latin-1. */
const KNOWN: readonly Known[] = [
  { at: 0, bytes: "%PDF", because: "is_pdf", message: `This is a PDF. ${table}` },
  {
    at: 0,
    bytes: "PK\x05\x06",
    because: "is_zip",
    message: "This is an empty ZIP archive. Send the table itself: CSV, CSV.gz, JSON Lines or Parquet.",
  },
  {
    at: 0,
    bytes: "\xd0\xcf\x11\xe0",
    because: "old_spreadsheet",
    message:
      "This is an old Office file, or one with a password. Save the table as .xlsx or CSV, without a password.",
  },
  ...["BZh", "\xfd7zXZ", "\x04\x22\x4d\x18"].map((bytes) => ({
    at: 0,
    bytes,
    because: "packing_unknown",
    message:
      "Only gzip and Zstandard are unpacked here. Pack the file with one of them, or send it unpacked.",
  })),
  ...["7z\xbc\xaf\x27\x1c", "Rar!\x1a\x07"].map((bytes) => ({
    at: 0,
    bytes,
    because: "is_archive",
    message: "This is an archive of files. Send the table itself: CSV, CSV.gz, JSON Lines or Parquet.",
  })),
  {
    at: 257,
    bytes: "ustar",
    because: "is_tar",
    message:
      "This is a tar archive of files. Unpack it and send the table in it: CSV, CSV.gz, JSON Lines or Parquet.",
  },
  {
    at: 0,
    bytes: "PARE",
    because: "parquet_encrypted",
    message: "This Parquet file is encrypted. Write it without encryption and send that.",
  },
  ...["ARROW1\0\0", "FEA1"].map((bytes) => ({
    at: 0,
    bytes,
    because: "is_arrow",
    message: "This is an Arrow or Feather file. Write the same table as Parquet, CSV or JSON Lines.",
  })),
  {
    at: 0,
    bytes: "ORC",
    because: "is_orc",
    message: "This is an ORC file. Write the same table as Parquet, CSV or JSON Lines.",
  },
  {
    at: 0,
    bytes: "Obj\x01",
    because: "is_avro",
    message: "This is an Avro file. Write the same table as Parquet, CSV or JSON Lines.",
  },
  ...[
    { at: 0, bytes: "SQLite format 3\0" },
    { at: 8, bytes: "DUCK" },
    { at: 4, bytes: "Standard Jet DB" },
    { at: 4, bytes: "Standard ACE DB" },
  ].map((known) => ({
    ...known,
    because: "is_database",
    message: "This is a database file. Export the table from it as CSV, JSON Lines or Parquet.",
  })),
  {
    at: 0,
    bytes: "\x89HDF\r\n\x1a\n",
    because: "is_hdf",
    message: "This is an HDF5 file. Write the same table as Parquet, CSV or JSON Lines.",
  },
  ...[
    { at: 0, bytes: "\x89PNG" },
    { at: 0, bytes: "\xff\xd8\xff" },
    { at: 0, bytes: "GIF8" },
    { at: 8, bytes: "WEBP" },
    { at: 4, bytes: "ftyp" },
    { at: 0, bytes: "ID3" },
    { at: 0, bytes: "OggS" },
  ].map((known) => ({
    ...known,
    because: "is_media",
    message: `This is a picture, a film or a sound. ${table}`,
  })),
  { at: 0, bytes: "{\\rtf", because: "is_document", message: `This is a text document. ${table}` },
];

/** How many of a file's first bytes tell what it is. */
export const KNOWN_BY_BYTES = 512;

/** Throws MANIFEST_FORMAT for a file that is known and not read here. Nothing of its content is in the refusal. */
export function refuseKnown(head: Uint8Array): void {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, KNOWN_BY_BYTES)).toString(
    "latin1",
  );
  const known = KNOWN.find(({ at, bytes }) => text.startsWith(bytes, at) && isBinaryWhenShort(bytes, text));
  if (known === undefined) return;
  throw new DomainError("MANIFEST_FORMAT", known.message, { detail: { because: known.because } });
}

/** A few marks are letters only ("ORC", "ID3"): a table whose first column is called so has no control characters. */
function isBinaryWhenShort(bytes: string, text: string): boolean {
  return /[^A-Z0-9a-z]/.test(bytes) || bytes.length > 5 || CONTROL.test(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1a]/;

const CONTROL_SHARE = 50;
const CONTROL_LEAST = 8;

/**
 * Throws MANIFEST_FORMAT for bytes that are no text in any encoding of one byte a character or of UTF-8: one in
 * `CONTROL_SHARE` is a control character that texts do not have. A stray one is the fault of its row, not of the file. The
 * most frequent one is not counted: some exports have a control character between their columns.
 */
export function refuseBinary(head: Uint8Array): void {
  const looked = head.subarray(0, 64 * 1024);
  const counts = new Array<number>(0x20).fill(0);
  for (const byte of looked)
    if (byte < 0x20 && (byte === 0 || (byte > 1 && byte < 9) || isOdd(byte)))
      counts[byte] = (counts[byte] ?? 0) + 1;
  const separator = Math.max(...counts.slice(1)); // NUL separates nothing
  const controls = counts.reduce((sum, count) => sum + count, 0) - separator;
  if (controls < CONTROL_LEAST || controls * CONTROL_SHARE < looked.length) return;
  throw new DomainError("MANIFEST_FORMAT", `This is not a text file. ${table}`, {
    detail: { because: "is_binary" },
  });
}

/** Control characters but line ends, tabs, form feeds, the escape and the separators 0x1c to 0x1f. */
const isOdd = (byte: number): boolean => byte > 0x0d && byte < 0x1b;
