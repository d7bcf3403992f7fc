import { useTranslations } from "next-intl";
import { BytesText } from "@/app/_manifests/bytes-text.client";
import { Button } from "@/ui/button/button";
import { Bar } from "@/ui/page/progress";
import { bytesPerSecond } from "./speed.client";
import type { Active } from "./use-upload.client";

type Props = { state: Active; onPause: () => void; onGoOn: () => void; onDiscard: () => void };

/** How far the sending is: bytes, speed, time left, and what was not sent again. */
export function UploadProgress({ state, onPause, onGoOn, onDiscard }: Props) {
  const t = useTranslations("manifests.upload");
  const { sent, total, before, kind } = state;
  return (
    <div className="flex flex-col gap-4 rounded border border-rule bg-raised p-5">
      <p className="font-medium break-all" translate="no">
        {state.name}
      </p>
      <Bar
        value={Math.round(sent / 1000)}
        max={Math.max(1, Math.round(total / 1000))}
        label={t("sending", { name: state.name })}
        showCounts={false}
      />
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted tabular-nums">
        <span>
          {t.rich("progress", {
            sent: () => <BytesText bytes={sent} />,
            total: () => <BytesText bytes={total} />,
          })}
        </span>
        <Pace state={state} />
      </p>
      <div aria-live="polite" className="text-sm empty:hidden">
        {before > 0 && <p>{t.rich("resumed", { size: () => <BytesText bytes={before} /> })}</p>}
        {kind === "paused" && <p>{t("paused")}</p>}
        {kind === "retrying" && <p className="text-waiting">{t("reconnecting")}</p>}
        {kind === "done" && <p>{t("finishing")}</p>}
      </div>
      {kind !== "done" && (
        <div className="flex flex-wrap gap-3">
          <Button type="button" variant="secondary" onClick={kind === "paused" ? onGoOn : onPause}>
            {t(kind === "paused" ? "goOn" : "pause")}
          </Button>
          <Button type="button" variant="quiet" onClick={onDiscard}>
            {t("discard")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Pace({ state }: { state: Active }) {
  const t = useTranslations("manifests.upload");
  const rate = bytesPerSecond(state.speed);
  if (rate === null || rate < 1 || state.kind !== "sending") return null;
  const seconds = Math.ceil((state.total - state.sent) / rate);
  const time = seconds < 60 ? t("seconds", { n: seconds }) : t("minutes", { n: Math.ceil(seconds / 60) });
  return (
    <>
      <span>{t.rich("speed", { size: () => <BytesText bytes={Math.round(rate)} /> })}</span>
      {seconds > 0 && <span>{t("left", { time })}</span>}
    </>
  );
}
