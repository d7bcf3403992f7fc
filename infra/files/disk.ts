import { statfs } from "node:fs/promises";
import { resolve } from "node:path";
import { env } from "../env";

/** Room on the disk the data folder is on, for files of ours: what is free, and how large it is. */
export async function diskRoom(): Promise<{ free: bigint; total: bigint }> {
  const { bavail, blocks, bsize } = await statfs(resolve(env().REMIT_DATA_DIR), { bigint: true });
  return { free: bavail * bsize, total: blocks * bsize };
}
