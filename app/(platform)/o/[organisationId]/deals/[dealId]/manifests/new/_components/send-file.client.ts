import { DetailedError, type HttpRequest, type HttpResponse, Upload } from "tus-js-client";
import { LIMITS } from "@/kernel/limits";

/** Why Remit refused an upload: its sentence, which is English, and what the page needs to say it in another language. */
export type Refusal = Readonly<{
  code: string;
  message: string;
  facts: Readonly<Record<string, string | number>>;
}>;

export type Sending = Readonly<{ pause(): void; resume(): void; discard(): void }>;

type Watch = Readonly<{
  /** `before` is how much of the file was there already when this page began to send. */
  onProgress: (sent: number, before: number) => void;
  /** The connection was lost; it is tried again until `onRefused`. */
  onRetry: () => void;
  /** A refusal of ours, or null when the network is to blame. */
  onRefused: (refusal: Refusal | null) => void;
  onDone: (uploadId: string) => void;
}>;

/** Sends a file by tus. The same file for the same deal is found again after a reload and goes on where it stopped. */
export async function sendFile(file: File, dealId: string, watch: Watch): Promise<Sending> {
  let before: number | null = null;
  const hear = (request: HttpRequest, response: HttpResponse) => {
    // The first answer says what is there: nothing of a new upload, so many bytes of one that goes on.
    if (before !== null || response.getStatus() >= 300) return;
    if (request.getMethod() === "POST") before = 0;
    if (request.getMethod() === "HEAD") before = Number(response.getHeader("Upload-Offset") ?? 0);
  };
  const upload = new Upload(file, {
    endpoint: "/api/uploads",
    chunkSize: LIMITS.uploadChunkBytes,
    retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000, 30_000],
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name, filetype: file.type, dealId },
    fingerprint: async () => ["remit", dealId, file.name, file.size, file.lastModified].join("-"),
    onAfterResponse: hear,
    onProgress: (sent) => watch.onProgress(sent, before ?? 0),
    onShouldRetry: (error) => {
      const again = isWorthRetrying(error);
      if (again) watch.onRetry();
      return again;
    },
    onError: (error) => watch.onRefused(refusalOf(error)),
    onSuccess: () => watch.onDone(upload.url?.split("/").at(-1) ?? ""),
  });
  const [previous] = await upload.findPreviousUploads();
  if (previous !== undefined) upload.resumeFromPreviousUpload(previous);
  upload.start();
  return {
    pause: () => void upload.abort(),
    resume: () => upload.start(),
    discard: () => void upload.abort(true),
  };
}

/** Our refusals stay refusals (a full disk too); what the network did, or a lock that is still held, is worth another try. */
function isWorthRetrying(error: DetailedError | Error): boolean {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
  if (status === 507) return false;
  if (status < 400 || status >= 500 || status === 423 || status === 429) return true;
  return status === 409 && refusalOf(error) === null; // tus says 409 of an offset it does not expect.
}

/** Our own refusals are problem documents; the rest is the network's, or tus's. */
function refusalOf(error: Error): Refusal | null {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  try {
    const problem = JSON.parse(body ?? "") as { detail?: unknown; code?: unknown; facts?: Refusal["facts"] };
    if (typeof problem.detail === "string" && typeof problem.code === "string")
      return { code: problem.code, message: problem.detail, facts: problem.facts ?? {} };
  } catch {
    // not a problem document
  }
  return null;
}
