import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { copyFile, mkdir, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "../env";

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
  /** Every file whose key begins with `prefix` (a folder), and when it was stored. */
  list(prefix: string): AsyncIterable<Readonly<{ key: string; at: Date }>>;
}>;

/** A place for work in progress; whatever a killed worker leaves there is swept away. */
export async function workFile(suffix: string): Promise<string> {
  const dir = join(resolve(env().REMIT_DATA_DIR), "work");
  await mkdir(dir, { recursive: true });
  return join(dir, `${randomUUID()}${suffix}`);
}

/** The path of a key below a folder; a key that would leave it is our bug. */
export function pathOfKey(root: string, key: string): string {
  const path = resolve(root, key);
  if (!path.startsWith(`${resolve(root)}/`))
    throw new Error(`invariant broken: storage key leaves its folder: ${key}`);
  return path;
}

/** Moves a finished file to its place; what is there already stays. */
export async function moveInto(target: string, file: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  if (existsSync(target)) {
    await rm(file, { force: true });
    return;
  }
  try {
    await rename(file, target); // The same disk: atomic. A crash before it leaves only a work file.
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    const copy = `${target}.${randomUUID()}.part`; // Another disk: a copy next to the target makes the rename atomic.
    await copyFile(file, copy);
    await rename(copy, target);
    await rm(file, { force: true });
  }
}

export function folderStorage(root: string): Storage {
  const at = (key: string) => pathOfKey(root, key);
  return {
    putFile: (key, file) => moveInto(at(key), file),
    async put(key, content) {
      const temporary = await workFile(".part");
      try {
        await pipeline(content, createWriteStream(temporary));
        await moveInto(at(key), temporary);
      } finally {
        await rm(temporary, { force: true });
      }
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
    async *list(prefix) {
      if (!existsSync(at(prefix))) return;
      for await (const entry of await opendir(at(prefix), { recursive: true })) {
        const path = join(entry.parentPath, entry.name);
        const facts = entry.isFile() ? await stat(path).catch(() => null) : null;
        if (facts !== null) yield { key: relative(root, path), at: facts.mtime };
      }
    },
  };
}
