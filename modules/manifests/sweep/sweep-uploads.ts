import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { LIMITS } from "@/kernel/limits";
import { hoursAfter } from "@/kernel/time";
import { findUpload, listUploadsBefore, markUploadExpired } from "../repository/upload";
import { removeUploadFiles, uploadFolder, uploadStanding } from "../upload/upload-files";

/** Removes uploads whose last byte came `uploadHours` ago, finished or not, and files nobody remembers. Returns how many. */
export async function sweepUploads(at: Date): Promise<number> {
  const before = hoursAfter(at, -LIMITS.uploadHours);
  return (await sweepExpired(before, at)) + (await sweepOrphans(before));
}

async function sweepExpired(before: Date, at: Date): Promise<number> {
  let swept = 0;
  for (let after = ""; ; ) {
    const old = await listUploadsBefore(before, after);
    for (const upload of old) {
      after = upload.id;
      if ((await uploadStanding(upload)).expiresAt > at) continue; // It is long, and still coming in.
      await removeUploadFiles(upload.id);
      await markUploadExpired(upload.id); // After the files: a crash between the two is repaired by the next sweep.
      swept += 1;
    }
    if (old.length === 0) return swept;
  }
}

async function sweepOrphans(before: Date): Promise<number> {
  const folder = await uploadFolder();
  let swept = 0;
  for (const name of await readdir(folder)) {
    const facts = await stat(join(folder, name)).catch(() => null);
    if (facts === null || facts.mtime >= before) continue;
    const upload = await findUpload(name.replace(/\.json$/, "")); // What tus remembers is as old as the upload.
    if (upload !== null && upload.state !== "expired") continue;
    await rm(join(folder, name), { force: true });
    swept += 1;
  }
  return swept;
}
