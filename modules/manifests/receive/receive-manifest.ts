import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { z } from "zod";
import { withLock } from "@/infra/db/lock";
import { checkRoom, whileRoom } from "@/infra/files/disk-floor";
import { storage, workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { parseInput } from "@/infra/verb/parse";
import { repeatedField } from "@/infra/verb/repeated-field";
import type { Actor } from "@/kernel/actor";
import { bytesText } from "@/kernel/bytes";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { cutText } from "@/kernel/text";
import { type Mapping, resolveMapping } from "../domain/fields";
import { fileKey } from "../domain/manifest";
import { supported } from "../engine/look/encoding";
import { inspectFile } from "../engine/look/inspect";
import type { Inspection } from "../engine/look/inspection";
import { mappingOfProfile } from "../repository/mapping-profile";
import { MappingShape, Received, ReceiveRequest } from "../schema";
import { withinQuota } from "../upload/quota";
import { checkTakesManifests, dealForManifests } from "./manifest-access";
import { fileLock, forgetUnneeded } from "./raw-file";
import { recordManifest } from "./record-manifest";

/** A raw body on its way in: what the request's headers say of it, and its bytes. */
export type Incoming = Readonly<{
  body: ReadableStream<Uint8Array> | null;
  contentType: string | null;
  contentEncoding: string | null;
  contentLength: string | null;
  mappingHeader: string | null;
  /** Reads the sender's current rights, because bytes may arrive for hours. Default: the caller, as of the request. */
  sender?: () => Promise<Actor>;
}>;

/** What a body may call itself; what it is, is read from its bytes. */
export const CONTENT_TYPES = [
  "text/csv",
  "text/tab-separated-values",
  "text/plain",
  "application/csv",
  "application/x-ndjson",
  "application/jsonl",
  "application/vnd.apache.parquet",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/gzip",
  "application/x-gzip",
  "application/zstd",
  "application/octet-stream",
];

export const CONTENT_ENCODINGS = ["identity", "gzip", "x-gzip", "zstd"];

/**
 * Receives a manifest as the raw body of a request: streams it to disk, inspects it, stores it under its digest, records it
 * and queues its check. Refuses callers without the right before reading, and again while bytes arrive. The same bytes read
 * the same way are the existing manifest.
 */
export async function receiveManifest(
  call: CallContext,
  raw: unknown,
  incoming: Incoming,
): Promise<z.output<typeof Received>> {
  const request = parseInput(ReceiveRequest, raw);
  const deal = await dealForManifests(call.actor, request.dealId, "manifests:write");
  checkTakesManifests(deal);
  checkHeaders(incoming);
  const charset = charsetOf(incoming.contentType);
  const said = await mappingOf(deal.platformId, request, incoming.mappingHeader);
  const mapping = { ...said, encoding: said.encoding ?? charset };
  const dryRun = request.dryRun === "true" || request.dryRun === "1";
  await checkRoom(Number(incoming.contentLength ?? 0));
  const { sender = async () => call.actor } = incoming;
  const mayGoOn = async () =>
    void (await dealForManifests(await sender(), request.dealId, "manifests:write"));
  const file = await workFile(".incoming");
  try {
    const { sha256, bytes } = await saveBody(deal.platformId, { ...incoming, mayGoOn }, file);
    return await admitFile(
      { ...call, actor: await sender() },
      {
        dealId: deal.id,
        file,
        sha256,
        bytes,
        mapping,
        dryRun,
        fileName: request.fileName ?? "manifest",
      },
    );
  } finally {
    await rm(file, { force: true });
  }
}

/** The same, as a verb for the description of the API; a call without a body is refused like any other. */
export const receiveManifestVerb = Object.assign(
  (call: CallContext, raw: unknown) => receiveManifest(call, raw, NO_BODY),
  {
    spec: {
      name: "manifests.receive",
      scope: "manifests:write" as const,
      input: ReceiveRequest,
      output: Received,
    },
    kind: "command" as const,
  },
);

const NO_BODY: Incoming = {
  body: null,
  contentType: null,
  contentEncoding: null,
  contentLength: null,
  mappingHeader: null,
};

type Admission = Readonly<{
  dealId: string;
  file: string;
  sha256: string;
  bytes: number;
  mapping: Mapping;
  dryRun: boolean;
  fileName: string;
}>;

/**
 * Looks at a file on disk, fits the mapping, stores it under its digest and records it; `file` is moved away. What was
 * stored for nothing (the record was refused, or the checks were made before) is taken away again.
 */
export async function admitFile(call: CallContext, admission: Admission): Promise<z.output<typeof Received>> {
  const { file, sha256, dryRun, mapping } = admission;
  const inspection = await inspectFile(file, mapping);
  const resolved = resolveMapping(mapping, inspection.columns, inspection.format === "jsonl");
  // Under the lock nobody takes away what another is about to record.
  return withLock(fileLock(sha256), async () => {
    try {
      await storage().putFile(fileKey(sha256, dryRun), file);
      return await record(call, admission, inspection, resolved);
    } finally {
      await forgetUnneeded(sha256, dryRun);
    }
  });
}

function record(
  call: CallContext,
  admission: Admission,
  inspection: Inspection,
  resolved: ReturnType<typeof resolveMapping>,
) {
  const { sha256, dryRun } = admission;
  return recordManifest(call, {
    dealId: admission.dealId,
    fileName: cutText(admission.fileName, LIMITS.nameCharsMax),
    sha256,
    bytes: String(admission.bytes),
    format: inspection.format,
    compression: inspection.compression,
    encoding: inspection.encoding?.label ?? null,
    delimiter: inspection.delimiter,
    columns: [...inspection.columns],
    mapping: { ...resolved, columns: { ...resolved.columns }, deletedMarkers: [...resolved.deletedMarkers] },
    dryRun,
  });
}

function checkHeaders({ contentType, contentEncoding, contentLength, body }: Incoming): void {
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "application/octet-stream";
  if (!CONTENT_TYPES.includes(type)) {
    throw new DomainError(
      "UNSUPPORTED_MEDIA_TYPE",
      `A manifest is sent as ${CONTENT_TYPES.slice(0, 8).join(", ")}; not as ${type}.`,
      {
        detail: { accepted: CONTENT_TYPES },
      },
    );
  }
  const encoding = contentEncoding?.trim().toLowerCase() ?? "identity";
  if (encoding !== "" && !CONTENT_ENCODINGS.includes(encoding))
    throw new DomainError(
      "UNSUPPORTED_MEDIA_TYPE",
      `Content-Encoding ${encoding} is not read here; use gzip, zstd, or none.`,
    );
  if (contentLength !== null && Number(contentLength) > LIMITS.manifestBytesMax) throw tooLarge();
  if (body === null)
    throw new DomainError("MANIFEST_EMPTY", "The request has no body. Send the file's bytes as the body.");
}

/** What the Content-Type says of the encoding. Throws MANIFEST_FORMAT for one nobody here can read. */
function charsetOf(contentType: string | null): string | undefined {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? "")?.[1];
  return charset === undefined ? undefined : supported(charset);
}

const tooLarge = () =>
  new DomainError(
    "PAYLOAD_TOO_LARGE",
    `A manifest may have at most ${bytesText(LIMITS.manifestBytesMax)}. Compress it with gzip, write it as Parquet, or split it.`,
    {
      detail: { limit: "manifestBytesMax", max: LIMITS.manifestBytesMax },
    },
  );

async function mappingOf(
  platformId: string,
  request: z.output<typeof ReceiveRequest>,
  header: string | null,
): Promise<Mapping> {
  const text = request.mapping ?? header;
  if (text === null)
    return request.profile === undefined ? {} : mappingOfProfile(platformId, request.profile);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DomainError(
      "MANIFEST_MAPPING",
      'The mapping is not valid JSON. An example: {"columns": {"contributor": "author"}}.',
    );
  }
  const repeated = repeatedField(text);
  if (repeated !== null)
    throw new DomainError(
      "MANIFEST_MAPPING",
      `The mapping names ${JSON.stringify(repeated)} twice. Name it once.`,
    );
  return parseInput(MappingShape, value);
}

async function saveBody(
  organisationId: string,
  { body, contentLength, mayGoOn }: Incoming & Readonly<{ mayGoOn: () => Promise<void> }>,
  file: string,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > LIMITS.manifestBytesMax ? tooLarge() : null, chunk);
    },
  });
  await pipeline(
    withinQuota(
      organisationId,
      whileRoom(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), { mayGoOn }),
    ),
    meter,
    createWriteStream(file),
  );
  if (contentLength !== null && Number(contentLength) !== bytes)
    throw new DomainError(
      "MANIFEST_FORMAT",
      `The body ended after ${bytes.toLocaleString("en")} of ${Number(contentLength).toLocaleString("en")} bytes. Send it again.`,
    );
  return { sha256: hash.digest("hex"), bytes };
}
