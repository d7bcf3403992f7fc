import { withLock } from "@/infra/db/lock";
import { storage } from "@/infra/files/storage";
import { sweepWork } from "@/infra/files/sweep-work";
import { LIMITS } from "@/kernel/limits";
import { hoursAfter } from "@/kernel/time";
import { fileLock, forgetUnneeded, RESULTS_LOCK } from "../receive/raw-file";
import { isUnchecked, keysNeeded } from "../repository/manifest";

const BATCH = 500;
const RAW = /^(manifests|dry-runs)\/[0-9a-f]{2}\/([0-9a-f]{64})$/;

/**
 * Removes what killed processes left: work without a job, and stored files that no manifest names. Files are shared by
 * their content, so each is looked for among all manifests, under the lock under which they are recorded. Returns how many.
 */
export async function sweepFiles(at: Date): Promise<number> {
  const before = hoursAfter(at, -LIMITS.leftFileHours);
  let swept = await sweepWork(before, async (name) => {
    const id = /^manifest-(.+)$/.exec(name)?.[1];
    return id !== undefined && (await isUnchecked(id));
  });
  for (const prefix of ["dry-runs/", "manifests/"]) {
    let keys: string[] = [];
    for await (const file of storage().list(prefix)) {
      if (file.at < before) keys.push(file.key);
      if (keys.length < BATCH) continue;
      swept += await sweepKeys(keys);
      keys = [];
    }
    swept += await sweepKeys(keys);
  }
  return swept;
}

async function sweepKeys(keys: readonly string[]): Promise<number> {
  const needed = await keysNeeded(keys);
  let swept = 0;
  for (const key of keys.filter((one) => !needed.has(one))) if (await sweepKey(key)) swept += 1;
  return swept;
}

async function sweepKey(key: string): Promise<boolean> {
  const [, folder, sha256] = RAW.exec(key) ?? [];
  if (sha256 !== undefined)
    return withLock(fileLock(sha256), () => forgetUnneeded(sha256, folder === "dry-runs"));
  return withLock(RESULTS_LOCK, async () => {
    if ((await keysNeeded([key])).has(key)) return false;
    await storage().remove(key);
    return true;
  });
}
