import { mkdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "@/infra/env";
import { LIMITS } from "@/kernel/limits";
import { HOUR_MS } from "@/kernel/time";

/** The folder of uploads in progress; below the data directory, never served. */
export async function uploadFolder(): Promise<string> {
  const dir = join(resolve(env().REMIT_DATA_DIR), "uploads");
  await mkdir(dir, { recursive: true });
  return dir;
}

/** Ids are ours (letters, digits, underscore), so they are file names too. */
export async function uploadPath(id: string): Promise<string> {
  return join(await uploadFolder(), id);
}

export async function removeUploadFiles(id: string): Promise<void> {
  const path = await uploadPath(id);
  await rm(path, { force: true });
  await rm(`${path}.json`, { force: true }); // what tus remembers of it
}

/** What has come of an upload, and until when it is kept: some time after its last byte, or its opening when none came. */
export async function uploadStanding(upload: Readonly<{ id: string; createdAt: Date }>): Promise<{
  isThere: boolean;
  bytesReceived: number;
  expiresAt: Date;
}> {
  const facts = await stat(await uploadPath(upload.id)).catch(() => null);
  const last = Math.max(upload.createdAt.getTime(), facts?.mtimeMs ?? 0);
  const expiresAt = new Date(last + LIMITS.uploadHours * HOUR_MS);
  return { isThere: facts !== null, bytesReceived: facts?.size ?? 0, expiresAt };
}
