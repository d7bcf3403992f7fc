"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { LIMITS } from "@/kernel/limits";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Bar } from "@/ui/progress";
import { type Sending, sendFile } from "./send-file.client";

type State =
  | { kind: "idle" }
  | { kind: "sending" | "paused"; name: string; sent: number; total: number; resumed: boolean }
  | { kind: "refused"; message: string };

const MB = 1_000_000;

/** Takes a file by drop or by choice and sends it in pieces; chosen again after a reload it goes on where it stopped. */
export function Dropzone({ dealId }: { dealId: string }) {
  const router = useRouter();
  const [state, setState] = useState<State>({ kind: "idle" });
  const [over, setOver] = useState(false);
  const sending = useRef<Sending | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const started = useRef(false);

  // A file chosen before this script had loaded made no event; it must not be lost.
  useEffect(() => {
    const early = input.current?.files?.[0];
    if (early !== undefined && !started.current) void take(early);
  });

  async function take(file: File | undefined) {
    if (file === undefined) return;
    started.current = true;
    if (file.size === 0) return setState({ kind: "refused", message: `${file.name} is empty.` });
    if (file.size > LIMITS.manifestBytesMax)
      return setState({
        kind: "refused",
        message: `${file.name} is larger than ${LIMITS.manifestBytesMax / 1024 ** 3} GiB, the most a manifest may have.`,
      });
    setState({ kind: "sending", name: file.name, sent: 0, total: file.size, resumed: false });
    sending.current = await sendFile(file, dealId, {
      onProgress: (sent, resumed) =>
        setState({ kind: "sending", name: file.name, sent, total: file.size, resumed }),
      onRefused: (message) => setState({ kind: "refused", message }),
      onDone: (uploadId) => router.push(`?upload=${uploadId}`),
    });
  }

  const busy = state.kind === "sending" || state.kind === "paused";
  return (
    <div className="flex flex-col gap-5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file input inside does the same by keyboard */}
      <div
        className={`flex flex-col items-start gap-4 rounded border-2 border-dashed p-6 transition-colors duration-150 sm:p-10 ${over ? "border-accent bg-accent-wash" : "border-rule-strong"}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!busy) void take(event.dataTransfer.files[0]);
        }}
      >
        <label className="flex w-full flex-col gap-3">
          <span className="font-serif text-lg">Drop a file here, or choose one</span>
          <span className="text-sm text-muted">
            CSV with any delimiter, JSON Lines or Parquet; plain or packed with gzip. A closed page or a lost
            connection is no harm: choose the same file again and it goes on where it stopped.
          </span>
          <input
            ref={input}
            type="file"
            disabled={busy}
            accept=".csv,.tsv,.txt,.gz,.jsonl,.ndjson,.parquet"
            className="w-full min-w-0 text-sm file:mr-4 file:min-h-10 file:cursor-pointer file:rounded file:border-0 file:bg-accent file:px-4 file:font-medium file:text-on-accent"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </label>
      </div>
      {busy && (
        <div className="flex flex-col gap-4">
          <Bar
            value={Math.round(state.sent / 1000)}
            max={Math.max(1, Math.round(state.total / 1000))}
            label={`Sending ${state.name}`}
            showCounts={false}
          />
          <p className="text-sm text-muted tabular-nums" aria-live="polite">
            {state.name}: {(state.sent / MB).toFixed(1)} of {(state.total / MB).toFixed(1)} MB
            {state.resumed && ", going on where it stopped"}
            {state.kind === "paused" && ", paused"}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button
              variant="secondary"
              onClick={() => {
                const pausing = state.kind === "sending";
                if (pausing) sending.current?.pause();
                else sending.current?.resume();
                setState({ ...state, kind: pausing ? "paused" : "sending" });
              }}
            >
              {state.kind === "sending" ? "Pause" : "Go on"}
            </Button>
            <Button
              variant="quiet"
              onClick={() => {
                sending.current?.discard();
                setState({ kind: "idle" });
              }}
            >
              Discard
            </Button>
          </div>
        </div>
      )}
      {state.kind === "refused" && (
        <Banner tone="bad" title="The file was not taken">
          {state.message}
        </Banner>
      )}
    </div>
  );
}
