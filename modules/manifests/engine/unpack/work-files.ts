import { existsSync } from "node:fs";
import { type FileHandle, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RoomWatch } from "@/infra/files/disk-floor";
import type { ScanFault } from "../../domain/records/record-scanner";
import { checkUnpacked, type UnpackLimits } from "./work-limits";

// A row takes its numbers with it, and a faulty one what is wrong with it: a file of empty lines would grow sixtyfold.
const WRITTEN_FOR_A_BYTE = 2;

/** What cutting a file into rows left in its folder; written last, so that a restart knows whether it was finished. */
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

/** A finished split is found by its note and reused; an unfinished one is made again. */
export async function keptSplit(dir: string, attempt: number, cut: () => Promise<Split>): Promise<Split> {
  const note = join(dir, "split.json");
  if (existsSync(note)) return JSON.parse(await readFile(note, "utf8")) as Split;
  const split = await cut();
  const part = `${note}.${attempt}`;
  await writeFile(part, JSON.stringify(split));
  await rename(part, note); // A crash before this only costs the scan.
  return split;
}

/** The two files that rows are cut into: sound ones to `rows-n.txt` for the engine, the others to `faults-n.jsonl`. */
export class WorkFiles {
  private readonly ready: Uint8Array[] = [];
  private readonly broken: string[] = [];
  private readonly decoder = new TextDecoder();
  private readonly room = new RoomWatch();
  private written = 0;

  private constructor(
    readonly rows: string,
    readonly faults: string,
    private readonly rowsFile: FileHandle,
    private readonly faultsFile: FileHandle,
    private readonly limits: UnpackLimits,
    private readonly packedBytes: number | null,
  ) {}

  /** Runs `cut` with open files; `packedBytes` is the size of a file that is packed. What a failed attempt wrote is taken away: it would stand in the way of the next one on a full disk. */
  static async with<T>(
    {
      dir,
      attempt,
      limits,
      packedBytes,
    }: Readonly<{ dir: string; attempt: number; limits: UnpackLimits; packedBytes: number | null }>,
    cut: (files: WorkFiles) => Promise<T>,
  ): Promise<T> {
    const rows = join(dir, `rows-${attempt}.txt`);
    const faults = join(dir, `faults-${attempt}.jsonl`);
    const files = new WorkFiles(
      rows,
      faults,
      await open(rows, "w"),
      await open(faults, "w"),
      limits,
      packedBytes,
    );
    let isWhole = false;
    try {
      const done = await cut(files);
      await files.flush();
      isWhole = true;
      return done;
    } finally {
      await files.rowsFile.close();
      await files.faultsFile.close();
      if (!isWhole) await Promise.all([rows, faults].map((file) => rm(file, { force: true })));
    }
  }

  readonly output = (bytes: Uint8Array): void => {
    this.ready.push(bytes);
  };

  readonly fault = ({ record, line, reason, raw }: ScanFault): void => {
    this.broken.push(JSON.stringify({ record, line, reason, original: this.decoder.decode(raw) }));
  };

  /**
   * Writes what has come. Throws MANIFEST_LIMIT when the rows become more than a file may, or than a packed one can be, and
   * STORAGE_FULL when the disk has no room for what is written, which may be far more than was read.
   */
  async flush(): Promise<void> {
    for (const part of this.ready.splice(0)) await this.write(this.rowsFile, part);
    if (this.broken.length > 0)
      await this.write(this.faultsFile, Buffer.from(`${this.broken.splice(0).join("\n")}\n`));
    checkUnpacked(this.written / WRITTEN_FOR_A_BYTE, this.packedBytes, this.limits);
  }

  private async write(file: FileHandle, bytes: Uint8Array): Promise<void> {
    await this.room.before(bytes.length);
    await file.writeFile(bytes); // As write would, and on until all is written.
    this.written += bytes.length;
  }
}
