import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { rm, stat, utimes } from "node:fs/promises";
import { basename } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { logger } from "../logger";
import { evictOld } from "./file-cache";
import { moveInto, pathOfKey, type Storage, workFile } from "./storage-folder";

export type S3Settings = Readonly<{
  bucket: string;
  endpoint: string | undefined;
  region: string;
  accessKeyId: string | undefined;
  secretAccessKey: string | undefined;
  /** Objects are kept here once they were needed locally; it may be emptied at any time. */
  cacheDir: string;
  /** What the cache may hold; 100 GiB unless said. */
  cacheBytesMax?: number;
  partBytes?: number;
  /** Waits between attempts, in milliseconds; tests make them short. */
  pauses?: readonly number[];
}>;

const CACHE_BYTES_MAX = 100 * 1024 ** 3;
const PART_BYTES = 16 * 1024 * 1024;
const PAUSES = [500, 2_000, 8_000];
const clients = new Map<string, S3Client>();

/** Any store that speaks S3. Sent in parts, checked after sending, checked again (length, and digest where the key is one) after fetching. */
export function s3Storage(settings: S3Settings): Storage {
  const { bucket: Bucket, cacheDir } = settings;
  const client = clientFor(settings);
  const cached = (key: string) => pathOfKey(cacheDir, key);
  const tidyCache = () => evictOld(cacheDir, { bytesMax: settings.cacheBytesMax ?? CACHE_BYTES_MAX });

  async function size(key: string): Promise<number | null> {
    try {
      const head = await client.send(new HeadObjectCommand({ Bucket, Key: key }));
      return head.ContentLength ?? null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async function putFile(key: string, file: string): Promise<void> {
    const bytes = (await stat(file)).size;
    if ((await size(key)) !== bytes) {
      await repeated(settings, `put ${key}`, async () => {
        const upload = new Upload({
          client,
          params: { Bucket, Key: key, Body: createReadStream(file) },
          partSize: settings.partBytes ?? PART_BYTES,
          queueSize: 3,
        });
        await upload.done();
        const stored = await size(key);
        if (stored !== bytes) throw new Error(`the store kept ${stored} of ${bytes} bytes of ${key}`);
      });
    }
    await moveInto(cached(key), file); // We are likely to read it next; losing it here costs one download.
    await tidyCache();
  }

  async function fetch(key: string): Promise<string> {
    return repeated(settings, `get ${key}`, async () => {
      const file = await workFile(".part");
      try {
        const hash = createHash("sha256");
        const meter = new Transform({
          transform(chunk: Buffer, _encoding, done) {
            hash.update(chunk);
            done(null, chunk);
          },
        });
        const { body, bytes } = await open(key);
        await pipeline(body, meter, createWriteStream(file));
        const got = (await stat(file)).size;
        if (got !== bytes) throw new Error(`the store sent ${got} of ${bytes} bytes of ${key}`);
        const digest = digestIn(key);
        if (digest !== null && hash.digest("hex") !== digest)
          throw new Error(`the store sent other bytes than ${key}`);
        await moveInto(cached(key), file);
        return cached(key);
      } finally {
        await rm(file, { force: true });
      }
    });
  }

  async function open(
    key: string,
    range?: { start: number; end?: number },
  ): Promise<{ body: Readable; bytes: number | null }> {
    const Range = range === undefined ? {} : { Range: `bytes=${range.start}-${range.end ?? ""}` };
    const got = await client.send(new GetObjectCommand({ Bucket, Key: key, ...Range }));
    return { body: got.Body as Readable, bytes: got.ContentLength ?? null };
  }

  return {
    putFile,
    size,
    async put(key, content) {
      const file = await workFile(".part");
      try {
        await pipeline(content, createWriteStream(file));
        await putFile(key, file);
      } finally {
        await rm(file, { force: true });
      }
    },
    async read(key, range) {
      if (existsSync(cached(key))) return createReadStream(cached(key), range);
      return (await open(key, range)).body;
    },
    async localPath(key) {
      const path = cached(key);
      if (!existsSync(path)) {
        await fetch(key);
        await tidyCache();
      }
      const at = new Date();
      await utimes(path, at, at); // Used now: it is the last to be evicted.
      return path;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
      await rm(cached(key), { force: true });
    },
    async *list(Prefix) {
      for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix }))
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key !== undefined && LastModified !== undefined) yield { key: Key, at: LastModified };
    },
  };
}

function clientFor(settings: S3Settings): S3Client {
  const { endpoint, region, accessKeyId, secretAccessKey } = settings;
  const name = `${endpoint}|${region}|${accessKeyId}`;
  const known = clients.get(name);
  if (known !== undefined) return known;
  const client = new S3Client({
    region,
    maxAttempts: 4,
    // Not every store that speaks S3 knows the newer checksum trailers; lengths and digests are checked by us.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    // Without keys the SDK looks where it always looks: environment, shared file, instance role.
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey } }),
  });
  clients.set(name, client);
  return client;
}

/** Keys of content-addressed files end in their digest: what comes back can be held against it. */
function digestIn(key: string): string | null {
  return /^([0-9a-f]{64})(\.|$)/.exec(basename(key))?.[1] ?? null;
}

function isMissing(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status === 404;
}

async function repeated<T>(settings: S3Settings, what: string, work: () => Promise<T>): Promise<T> {
  const pauses = settings.pauses ?? PAUSES;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const pause = pauses[attempt];
      if (pause === undefined || isMissing(error)) throw error;
      logger.warn({ err: error, attempt, what }, "storage: trying again");
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
