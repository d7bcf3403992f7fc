import { stat } from "node:fs/promises";
import { LIMITS } from "@/kernel/limits";
import { unixLines } from "../../domain/records/line-ends";
import { nestsDeeper } from "../../domain/records/nesting";
import { RecordScanner } from "../../domain/records/record-scanner";
import { asUtf8, textTest } from "../look/encoding";
import type { Inspection } from "../look/inspection";
import { type Meter, unpacked } from "./unpack";
import { keptSplit, type Split, WorkFiles } from "./work-files";
import { tooManyRows, UNPACK_LIMITS, type UnpackLimits } from "./work-limits";

export const JSON_LINES_DELIMITER = "\x1f";
export const RAW_BYTES_MAX = 64 * 1024;

export type SplitRequest = Readonly<{
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
 * Safe to repeat: a finished split is found by its note and reused; an unfinished one is written again.
 */
export function splitText(request: SplitRequest): Promise<Split> {
  return keptSplit(request.dir, request.attempt, () => scanFile(request));
}

async function scanFile(request: SplitRequest): Promise<Split> {
  const { path, dir, attempt, inspection, onProgress, lineBytesMax } = request;
  const most = request.limits ?? UNPACK_LIMITS;
  const encoding = inspection.encoding?.label ?? "utf-8";
  const packedBytes = inspection.compression === "none" ? null : (await stat(path)).size;
  return WorkFiles.with({ dir, attempt, limits: most, packedBytes }, async (files) => {
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
      onFault: files.fault,
      onOutput: files.output,
    });
    let bytes = 0;
    const meter: Meter = { packedBytes: 0 };
    const chunks = unpacked(path, inspection.compression, most, meter);
    for await (const chunk of unixLines(asUtf8(chunks, encoding))) {
      scanner.push(chunk);
      bytes += chunk.length;
      await files.flush();
      if (scanner.records > LIMITS.manifestRowsMax) throw tooManyRows();
      await onProgress(scanner.records, meter.packedBytes);
    }
    const totals = scanner.end();
    return { version: 1, rows: files.rows, faults: files.faults, ...totals, unpackedBytes: bytes };
  });
}
