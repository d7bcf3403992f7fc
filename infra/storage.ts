import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "./env";

/**
 * Immutable files by key. The engine (DuckDB) reads local paths, so `localPath` brings a remote object to disk once.
 * Keys look like `manifests/ab/abcdef….parquet`.
 */
export type Storage = Readonly<{
  /** Stores a finished local file under the key by moving it; storing a key that exists changes nothing. */
  putFile(key: string, file: string): Promise<void>;
  put(key: string, content: Readable): Promise<void>;
  read(key: string, range?: { start: number; end?: number }): Promise<Readable>;
  size(key: string): Promise<number | null>;
  localPath(key: string): Promise<string>;
  remove(key: string): Promise<void>;
}>;

/** A place for work in progress; whatever a killed worker leaves there is swept away. */
export async function workFile(suffix: string): Promise<string> {
  const dir = join(resolve(env().REMIT_DATA_DIR), "work");
  await mkdir(dir, { recursive: true });
  return join(dir, `${randomUUID()}${suffix}`);
}

/** A folder for work that can go on after a restart: the same name is the same folder. Its owner removes it. */
export async function workDir(name: string): Promise<string> {
  const dir = join(resolve(env().REMIT_DATA_DIR), "work", name);
  await mkdir(dir, { recursive: true });
  return dir;
}

function folderStorage(root: string): Storage {
  const at = (key: string): string => {
    const path = resolve(root, key);
    if (!path.startsWith(`${resolve(root)}/`))
      throw new Error(`invariant broken: storage key leaves its folder: ${key}`);
    return path;
  };
  const moveIn = async (key: string, file: string) => {
    const target = at(key);
    await mkdir(dirname(target), { recursive: true });
    if (existsSync(target)) await rm(file, { force: true });
    else await rename(file, target); // The same disk: atomic. A crash before it leaves only a work file.
  };
  return {
    putFile: moveIn,
    async put(key, content) {
      const temporary = await workFile(".part");
      await pipeline(content, createWriteStream(temporary));
      await moveIn(key, temporary);
    },
    async read(key, range) {
      return createReadStream(at(key), range);
    },
    async size(key) {
      return stat(at(key)).then(
        (s) => s.size,
        () => null,
      );
    },
    async localPath(key) {
      return at(key);
    },
    async remove(key) {
      await rm(at(key), { force: true });
    },
  };
}

/** The configured storage: a folder below the data directory. */
export function storage(): Storage {
  return folderStorage(join(resolve(env().REMIT_DATA_DIR), "storage"));
}
