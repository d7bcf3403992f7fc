import { DetailedError, Upload } from "tus-js-client";
import { LIMITS } from "@/kernel/limits";

export type Sending = Readonly<{ pause(): void; resume(): void; discard(): void }>;

type Watch = Readonly<{
  onProgress: (sent: number, resumed: boolean) => void;
  onRefused: (message: string) => void;
  onDone: (uploadId: string) => void;
}>;

/** Sends a file by tus. The same file for the same deal is found again after a reload and goes on where it stopped. */
export async function sendFile(file: File, dealId: string, watch: Watch): Promise<Sending> {
  let resumed = false;
  const upload = new Upload(file, {
    endpoint: "/api/uploads",
    chunkSize: LIMITS.uploadChunkBytes,
    retryDelays: [0, 1000, 3000, 5000, 10_000, 20_000, 30_000],
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name, filetype: file.type, dealId },
    fingerprint: async () => ["remit", dealId, file.name, file.size, file.lastModified].join("-"),
    onProgress: (sent) => watch.onProgress(sent, resumed),
    onError: (error) => watch.onRefused(refusalText(error)),
    onSuccess: () => watch.onDone(upload.url?.split("/").at(-1) ?? ""),
  });
  const [previous] = await upload.findPreviousUploads();
  if (previous !== undefined) {
    resumed = true;
    upload.resumeFromPreviousUpload(previous);
  }
  upload.start();
  return {
    pause: () => void upload.abort(),
    resume: () => upload.start(),
    discard: () => void upload.abort(true),
  };
}

/** Our own refusals are problem documents; the rest is the network's. */
function refusalText(error: Error): string {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  try {
    const problem = JSON.parse(body ?? "") as { detail?: unknown };
    if (typeof problem.detail === "string") return problem.detail;
  } catch {
    // not a problem document
  }
  return "The connection was lost and could not be made again. Choose the same file once more: it goes on where it stopped.";
}
