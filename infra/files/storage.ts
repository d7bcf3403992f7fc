import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "../env";
import { folderStorage, type Storage } from "./storage-folder";
import { s3Storage } from "./storage-s3";

export { type Storage, workFile } from "./storage-folder";

/** A folder for work that can go on after a restart: the same name is the same folder. Its owner removes it. */
export async function workDir(name: string): Promise<string> {
  const dir = join(resolve(env().REMIT_DATA_DIR), "work", name);
  await mkdir(dir, { recursive: true });
  return dir;
}

/** The configured storage: a bucket when S3_BUCKET is set, else a folder below the data directory. */
export function storage(): Storage {
  const settings = env();
  const root = resolve(settings.REMIT_DATA_DIR);
  if (settings.S3_BUCKET === undefined || settings.S3_BUCKET === "")
    return folderStorage(join(root, "storage"));
  return s3Storage({
    bucket: settings.S3_BUCKET,
    endpoint: settings.S3_ENDPOINT,
    region: settings.S3_REGION,
    accessKeyId: settings.S3_ACCESS_KEY_ID,
    secretAccessKey: settings.S3_SECRET_ACCESS_KEY,
    cacheDir: join(root, "cache"),
  });
}
