import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { LIMITS } from "@/kernel/limits";
import { listUploadsBefore, markUploadExpired } from "./repository/upload";
import { removeUploadFiles, uploadFolder } from "./upload-files";

/** Removes uploads that are older than `uploadHours`, finished or not, and files nobody remembers. Returns how many. */
export async function sweepUploads(at: Date): Promise<number> {
  const before = new Date(at.getTime() - LIMITS.uploadHours * 3_600_000);
  const old = await listUploadsBefore(before);
  for (const { id } of old) {
    await removeUploadFiles(id);
    await markUploadExpired(id); // After the files: a crash between the two is repaired by the next sweep.
  }
  return old.length + (await sweepOrphans(before));
}

async function sweepOrphans(before: Date): Promise<number> {
  const folder = await uploadFolder();
  let swept = 0;
  for (const name of await readdir(folder)) {
    const facts = await stat(join(folder, name)).catch(() => null);
    if (facts === null || facts.mtime >= before) continue;
    await rm(join(folder, name), { force: true });
    swept += 1;
  }
  return swept;
}
