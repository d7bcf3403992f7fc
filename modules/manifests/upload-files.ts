import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "@/infra/env";

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
