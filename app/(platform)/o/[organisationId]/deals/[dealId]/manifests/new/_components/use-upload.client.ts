import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { LIMITS } from "@/kernel/limits";
import { type Refusal, type Sending, sendFile } from "./send-file.client";
import { NO_SPEED, type Speed, withReport } from "./speed.client";

export type UploadState =
  | { kind: "idle" }
  | {
      kind: "sending" | "paused" | "retrying" | "done";
      name: string;
      sent: number;
      total: number;
      /** What was there already when this page began to send. */
      before: number;
      speed: Speed;
    }
  | { kind: "refused"; why: "empty" | "tooLarge" | "lost"; name: string }
  | { kind: "refused"; why: "said"; refusal: Refusal };
export type Active = Extract<UploadState, { speed: Speed }>;

/** One upload at a time: taken, paused, gone on with, discarded; when all of it is there, on to the columns. */
export function useUpload(dealId: string) {
  const router = useRouter();
  const [state, setState] = useState<UploadState>({ kind: "idle" });
  const sending = useRef<Sending | null>(null);
  const change = (next: Partial<Active>) => setState((was) => ("speed" in was ? { ...was, ...next } : was));

  async function take(file: File) {
    const { name, size } = file;
    if (size === 0) return setState({ kind: "refused", why: "empty", name });
    if (size > LIMITS.manifestBytesMax) return setState({ kind: "refused", why: "tooLarge", name });
    setState({ kind: "sending", name, sent: 0, total: size, before: 0, speed: NO_SPEED });
    sending.current = await sendFile(file, dealId, {
      onProgress: (sent, before) =>
        setState((was) =>
          "speed" in was && was.kind !== "paused"
            ? { ...was, kind: "sending", sent, before, speed: withReport(was.speed, performance.now(), sent) }
            : was,
        ),
      onRetry: () => change({ kind: "retrying", speed: NO_SPEED }),
      onRefused: (refusal) =>
        setState(
          refusal === null
            ? { kind: "refused", why: "lost", name }
            : { kind: "refused", why: "said", refusal },
        ),
      onDone: (uploadId) => {
        change({ kind: "done", sent: size });
        router.push(`?upload=${uploadId}`);
      },
    });
  }
  return {
    state,
    take,
    pause: () => {
      sending.current?.pause();
      change({ kind: "paused", speed: NO_SPEED });
    },
    goOn: () => {
      change({ kind: "sending" });
      sending.current?.resume();
    },
    discard: () => {
      sending.current?.discard();
      setState({ kind: "idle" });
    },
  };
}
