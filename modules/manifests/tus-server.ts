import { FileStore } from "@tus/file-store";
import { MemoryLocker, Metadata, Server } from "@tus/server";
import { now } from "@/infra/clock";
import type { CallContext } from "@/infra/command";
import { checkScope } from "@/infra/command";
import { type Actor, actorName } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { isId } from "@/kernel/id";
import { LIMITS } from "@/kernel/limits";
import { findUpload, markUploadComplete, markUploadExpired, type Upload } from "./repository/upload";
import { startUpload } from "./start-upload";
import { uploadFolder } from "./upload-files";

const PATH = "/api/uploads";
// One upload is written by one request at a time; a second one (a reload while the first still sends) waits for its lock.
const locker = new MemoryLocker();

/** Speaks tus 1.0 (https://tus.io/protocols/resumable-upload): create, offset, patch, terminate. Nothing can be read back. */
export async function handleUpload(call: CallContext, request: Request): Promise<Response> {
  const opening = request.method === "POST" && isRoot(request);
  if (request.method !== "OPTIONS" && !opening) await uploadFor(call.actor, idOf(request));
  const id = opening ? await open(call, request) : "";
  const server = new Server({
    path: PATH,
    datastore: new FileStore({ directory: await uploadFolder() }),
    locker,
    maxSize: LIMITS.manifestBytesMax,
    relativeLocation: true,
    namingFunction: () => id,
    async onUploadFinish(_request, upload) {
      await markUploadComplete(upload.id, BigInt(upload.offset), now());
      return {};
    },
  });
  const response = await server.handleWeb(request);
  if (request.method === "DELETE" && response.ok) await markUploadExpired(idOf(request));
  return response as unknown as Response;
}

/** The upload, for whoever opened it and nobody else. */
export async function uploadFor(actor: Actor, id: string): Promise<Upload> {
  checkScope("manifests:write", actor);
  const upload = isId("upload", id) ? await findUpload(id) : null;
  if (upload === null || upload.createdBy !== actorName(actor) || upload.state === "expired")
    throw notFound("upload");
  return upload;
}

async function open(call: CallContext, request: Request): Promise<string> {
  const length = request.headers.get("upload-length");
  const facts = metadataOf(request.headers.get("upload-metadata"));
  const opened = await startUpload(call, {
    dealId: facts.dealId ?? "",
    fileName: facts.filename ?? "manifest",
    contentType: facts.filetype ?? null,
    bytesTotal: length === null ? null : Number(length),
  });
  return opened.uploadId;
}

function metadataOf(header: string | null): Record<string, string | null> {
  try {
    return header === null ? {} : Metadata.parse(header);
  } catch {
    throw new DomainError("INVALID_INPUT", "The header Upload-Metadata is not as tus wants it.");
  }
}

const isRoot = (request: Request): boolean => new URL(request.url).pathname.replace(/\/$/, "") === PATH;
const idOf = (request: Request): string => new URL(request.url).pathname.slice(PATH.length + 1);
