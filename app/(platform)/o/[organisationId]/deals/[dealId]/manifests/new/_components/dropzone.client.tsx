"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Own } from "@/app/_manifests/bytes-text.client";
import { LIMITS } from "@/kernel/limits";
import { Banner } from "@/ui/page/banner";
import { UploadProgress } from "./upload-progress.client";
import { type UploadState, useUpload } from "./use-upload.client";

const GIB = LIMITS.manifestBytesMax / 1024 ** 3;

/** Takes a file by drop or by choice and sends it in pieces; chosen again after a reload it goes on where it stopped. */
export function Dropzone({ dealId }: { dealId: string }) {
  const t = useTranslations("manifests.upload");
  const { state, take, pause, goOn, discard } = useUpload(dealId);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const taken = useRef(false);
  const busy = "speed" in state;

  function choose(file: File | undefined) {
    if (file === undefined || busy) return;
    taken.current = true;
    void take(file);
  }

  // A file chosen before this script had loaded made no event; it must not be lost.
  useEffect(() => {
    if (!taken.current) choose(input.current?.files?.[0]);
  });

  return (
    <div className="flex flex-col gap-5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file input inside does the same by keyboard */}
      <div
        hidden={busy}
        className={`flex flex-col items-start gap-4 rounded border-2 border-dashed p-6 transition-colors duration-150 sm:p-10 ${over ? "border-accent bg-accent-wash" : "border-rule-strong"}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          choose(event.dataTransfer.files[0]);
        }}
      >
        <label className="flex w-full flex-col gap-3">
          <span className="font-serif text-lg font-semibold">{t("drop")}</span>
          <span className="max-w-[68ch] text-sm text-muted">
            {t("formats", { gib: GIB })} {t("resumable")}
          </span>
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.xlsm,.gz,.zst,.jsonl,.ndjson,.parquet"
            className="w-full min-w-0 rounded text-sm file:mr-4 file:min-h-10 file:cursor-pointer file:rounded file:border-0 file:bg-accent file:px-4 file:font-medium file:text-on-accent"
            onChange={(event) => {
              choose(event.target.files?.[0]);
              event.target.value = ""; // The same file can be chosen again after a refusal.
            }}
          />
        </label>
      </div>
      {busy && <UploadProgress state={state} onPause={pause} onGoOn={goOn} onDiscard={discard} />}
      <div role="alert">
        {state.kind === "refused" && (
          <Banner tone="bad" title={t("refusedTitle")}>
            <Refusal state={state} />
          </Banner>
        )}
      </div>
    </div>
  );
}

function Refusal({ state }: { state: Extract<UploadState, { kind: "refused" }> }) {
  const t = useTranslations("manifests.upload");
  const said = useTranslations("problems");
  const english = useLocale() === "en";
  if (state.why === "said") {
    const { message, code, facts } = state.refusal;
    const because = `because.${facts.because}` as "because.bytes_kept";
    if (english) return message;
    if (facts.because !== undefined && said.has(because)) return said(because, facts as never);
    return said.has(`codes.${code as "INTERNAL"}`) ? said(`codes.${code as "INTERNAL"}`) : message;
  }
  const name = () => <Own>{state.name}</Own>;
  return t.rich(state.why, { name, gib: GIB });
}
