import { FileStore } from "@tus/file-store";
import { type Locker, Metadata, Server, type Upload as TusUpload } from "@tus/server";
import { now } from "@/infra/clock";
import { holdLock } from "@/infra/db/lock";
import { checkRoom, whileRoom } from "@/infra/files/disk-floor";
import { webStream } from "@/infra/files/web-stream";
import type { CallContext } from "@/infra/verb/command";
import type { Actor } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { markUploadComplete, markUploadExpired } from "../repository/upload";
import { startUpload } from "./start-upload";
import { uploadFor } from "./upload-access";
import { uploadFolder, uploadStanding } from "./upload-files";

const PATH = "/api/uploads";

type Sender = () => Promise<Actor>;

/**
 * One upload is written by one request at a time, over all web processes: a second one (a reload while the first still
 * sends) asks the first to stop and waits for it.
 */
const LOCKER: Locker = {
  newLock(id) {
    let release = async () => {};
    return {
      async lock(signal, wanted) {
        release = await holdLock(`upload:${id}`, { signal, wanted: () => void wanted() }).catch(() => {
          // What tus refuses with is an object of this shape.
          throw { status_code: 423, body: "Another request is still writing this upload.\n" };
        });
      },
      unlock: () => release(),
    };
  },
};

/**
 * Speaks tus 1.0 (https://tus.io/protocols/resumable-upload): create, offset, patch, terminate; nothing can be read back.
 * Authorises each request, and again while its bytes arrive. `sender` reads the sender's current rights.
 */
export async function handleUpload(
  call: CallContext,
  request: Request,
  sender: Sender = async () => call.actor,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (search !== "") throw new DomainError("INVALID_INPUT", "An address of an upload has no query string.");
  if (request.method === "OPTIONS") return answer(request, "");
  if (request.method === "POST") {
    if (pathname.replace(/\/$/, "") !== PATH) throw notFound("upload");
    return open(call, request, sender);
  }
  const { id } = await uploadFor(call.actor, pathname.slice(PATH.length + 1));
  const mayGoOn = async () => void (await uploadFor(await sender(), id));
  const response = await answer(request, id, { mayGoOn });
  if (request.method === "DELETE" && response.ok) await markUploadExpired(id);
  return response;
}

/** What tus says of this request. Whatever the address looks like to tus, it is about the upload that was authorised. */
async function answer(
  request: Request,
  id: string,
  {
    mayGoOn = async () => {},
    onCreate = async () => {},
  }: Readonly<{ mayGoOn?: () => Promise<void>; onCreate?: (upload: TusUpload) => Promise<void> }> = {},
): Promise<Response> {
  const datastore = new FileStore({ directory: await uploadFolder() });
  datastore.extensions = ["creation", "creation-with-upload", "termination"]; // An open end could not be counted.
  let refused: unknown = null;
  const server = new Server({
    path: PATH,
    datastore,
    locker: LOCKER,
    relativeLocation: true,
    namingFunction: () => id,
    getFileIdFromRequest: () => id,
    async onUploadCreate(_request, upload) {
      await onCreate(upload).catch((error: unknown) => {
        refused = error; // tus would answer it in words of its own.
        throw error;
      });
      return {};
    },
    async onUploadFinish(_request, upload) {
      await markUploadComplete(upload.id, BigInt(upload.offset), now());
      return {};
    },
  });
  const { guarded, refusal } = await whileWelcome(request, mayGoOn);
  const response = (await server.handleWeb(guarded)) as unknown as Response;
  const reason = refused ?? refusal();
  if (reason !== null) throw reason;
  // tus speaks to all origins by itself; Remit does not (docs/adr/0031).
  for (const name of [...response.headers.keys()])
    if (name.startsWith("access-control-")) response.headers.delete(name);
  return response;
}

/** The request with a body that ends once the disk has no more room or the sender no more right, and why it ended so. */
async function whileWelcome(
  request: Request,
  mayGoOn: () => Promise<void>,
): Promise<{ guarded: Request; refusal: () => unknown }> {
  let refused: unknown = null;
  if (request.body === null) return { guarded: request, refusal: () => null };
  await checkRoom(Number(request.headers.get("content-length") ?? 0));
  const bytes = request.body as unknown as AsyncIterable<Uint8Array>;
  const body = webStream(
    whileRoom(bytes, {
      mayGoOn,
      onRefusal: (error) => {
        refused = error;
      },
    }),
  );
  const init = { method: request.method, headers: request.headers, signal: request.signal };
  const guarded = new Request(request.url, { ...init, body, duplex: "half" } as RequestInit);
  return { guarded, refusal: () => refused };
}

/**
 * Opens an upload. It is recorded once tus has found nothing wrong with the request, so that a request that tus refuses
 * leaves nothing behind; and what tus could not open after all is not under way.
 */
async function open(call: CallContext, request: Request, sender: Sender): Promise<Response> {
  const bytesTotal = lengthOf(request.headers);
  const facts = metadataOf(request.headers.get("upload-metadata"));
  const id = newId("upload", call.now ?? now());
  let recorded = false;
  const response = await answer(request, id, {
    async mayGoOn() {
      if (recorded) await uploadFor(await sender(), id); // Before that, recording it asks.
    },
    async onCreate() {
      await startUpload(call, {
        id,
        dealId: facts.dealId ?? "",
        fileName: facts.filename ?? "manifest",
        contentType: facts.filetype ?? null,
        bytesTotal,
      });
      recorded = true;
    },
  });
  if (recorded && !response.ok && !(await uploadStanding({ id, createdAt: now() })).isThere)
    await markUploadExpired(id);
  return response;
}

/** How long the file is said to be. Digits only: what JavaScript also calls a number (1e3, 0x10), tus does not. */
function lengthOf(headers: Headers): number {
  const length = headers.get("upload-length");
  if (headers.has("upload-concat"))
    throw new DomainError("INVALID_INPUT", "A file is sent as one upload here: leave Upload-Concat out.");
  if (length === null || !/^(0|[1-9]\d{0,14})$/.test(length))
    throw new DomainError(
      "INVALID_INPUT",
      "Send the number of bytes of the file in Upload-Length, as a whole number in digits.",
    );
  return Number(length);
}

function metadataOf(header: string | null): Record<string, string | null> {
  try {
    return header === null ? {} : Metadata.parse(header);
  } catch {
    throw new DomainError("INVALID_INPUT", "The header Upload-Metadata is not as tus wants it.");
  }
}
