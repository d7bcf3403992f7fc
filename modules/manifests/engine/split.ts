import { existsSync } from "node:fs";
import { open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { whileRoom } from "@/infra/disk-floor";
import { LIMITS } from "@/kernel/limits";
import { unixLines } from "../domain/line-ends";
import { nestsDeeper } from "../domain/nesting";
import { RecordScanner } from "../domain/record-scanner";
import { asUtf8, textTest } from "./encoding";
import type { Inspection } from "./inspection";
import { type Meter, UNPACK_LIMITS, type UnpackLimits, unpacked } from "./unpack";
import { tooManyRows, unpacksTooLarge } from "./work-limits";

/** What splitting a text file left in its folder; written last, so that a restart knows whether it was finished. */
export type Split = Readonly<{
  version: 1;
  rows: string;
  faults: string;
  received: number;
  good: number;
  faulty: number;
  quoted: number;
  unpackedBytes: number;
}>;

export const JSON_LINES_DELIMITER = "\x1f";
const RAW_BYTES_MAX = 64 * 1024;
// A row takes its numbers with it, and a faulty one what is wrong with it: a file of empty lines would grow sixtyfold.
const WRITTEN_FOR_A_BYTE = 2;

type Request = Readonly<{
  path: string;
  dir: string;
  /** Names this attempt's files: one that was given up for dead may still be writing its own. */
  attempt: number;
  inspection: Inspection;
  /** Rows cut so far, and how many bytes of the file as it is stored they took. */
  onProgress: (rows: number, packedBytes: number) => Promise<void>;
  limits?: UnpackLimits | undefined;
  lineBytesMax?: number | undefined;
}>;

/**
 * Unpacks, transcodes and cuts a text file into records: sound ones to `rows.txt` for DuckDB, the others to `faults.jsonl`.
 * Safe to run again: a finished split is found by its note and reused; an unfinished one is written anew.
 */
export async function splitText(request: Request): Promise<Split> {
  const note = join(request.dir, "split.json");
  if (existsSync(note)) return JSON.parse(await readFile(note, "utf8")) as Split;
  const split = await scanFile(request);
  const part = `${note}.${request.attempt}`;
  await writeFile(part, JSON.stringify(split));
  await rename(part, note); // A crash before this only costs the scan.
  return split;
}

async function scanFile({
  path,
  dir,
  attempt,
  inspection,
  onProgress,
  limits,
  lineBytesMax,
}: Request): Promise<Split> {
  const rows = join(dir, `rows-${attempt}.txt`);
  const faults = join(dir, `faults-${attempt}.jsonl`);
  const encoding = inspection.encoding?.label ?? "utf-8";
  const [rowsFile, faultsFile] = [await open(rows, "w"), await open(faults, "w")];
  const ready: Uint8Array[] = [];
  const broken: string[] = [];
  const decoder = new TextDecoder();
  let recordsSeen = 0;
  const scanner = new RecordScanner({
    delimiter: (inspection.delimiter ?? JSON_LINES_DELIMITER).charCodeAt(0),
    columns: inspection.format === "csv" ? inspection.columns.length : 1,
    quotes: inspection.format === "csv",
    header: inspection.format === "csv",
    lineBytesMax: lineBytesMax ?? LIMITS.manifestLineBytesMax,
    rawBytesMax: RAW_BYTES_MAX,
    isText: textTest(encoding),
    faultOf:
      inspection.format === "jsonl"
        ? (bytes) => (nestsDeeper(bytes, LIMITS.manifestNestingMax) ? "nested_too_deep" : null)
        : undefined,
    onFault: ({ record, line, reason, raw }) => {
      broken.push(JSON.stringify({ record, line, reason, original: decoder.decode(raw) }));
    },
    onOutput: (bytes) => {
      ready.push(bytes);
    },
  });
  const most = limits ?? UNPACK_LIMITS;
  const flush = async () => {
    for (const part of ready.splice(0)) written += (await rowsFile.write(part)).bytesWritten;
    if (broken.length > 0)
      written += (await faultsFile.write(`${broken.splice(0).join("\n")}\n`)).bytesWritten;
    if (written > most.bytesMax * WRITTEN_FOR_A_BYTE) throw unpacksTooLarge(most.bytesMax);
  };
  let bytes = 0;
  let written = 0;
  let isWhole = false;
  const meter: Meter = { packedBytes: 0 };
  const chunks = unpacked(path, inspection.compression, most, meter);
  try {
    for await (const chunk of whileRoom(unixLines(asUtf8(chunks, encoding)))) {
      scanner.push(chunk);
      bytes += chunk.length;
      recordsSeen = scanner.records;
      await flush();
      if (recordsSeen > LIMITS.manifestRowsMax) throw tooManyRows();
      await onProgress(recordsSeen, meter.packedBytes);
    }
    const totals = scanner.end();
    await flush();
    isWhole = true;
    return { version: 1, rows, faults, ...totals, unpackedBytes: bytes };
  } finally {
    await rowsFile.close();
    await faultsFile.close();
    // What a failed attempt wrote is of no use to the next one, and would stand in its way on a full disk.
    if (!isWhole) await Promise.all([rows, faults].map((file) => rm(file, { force: true })));
  }
}
