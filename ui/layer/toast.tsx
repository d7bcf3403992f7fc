"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { cx } from "../cx";
import type { Tone } from "../page/banner";

type Toast = Readonly<{ id: number; text: string; tone: Tone }>;
const EVENT = "remit:toast";
let last = 0;

/** Says in passing that something worked. Never for a refusal, and never the only place of something a person needs. */
export function toast(text: string, tone: Tone = "good"): void {
  window.dispatchEvent(new CustomEvent<Toast>(EVENT, { detail: { id: ++last, text, tone } }));
}

const STAYS_MS = 6_000;

/** Where toasts appear: once in the frame of a page. They stay six seconds, and as long as the pointer or focus is on them. */
export function Toasts() {
  const t = useTranslations("ui");
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const add = (event: Event) =>
      setToasts((shown) => [...shown.slice(-2), (event as CustomEvent<Toast>).detail]);
    window.addEventListener(EVENT, add);
    return () => window.removeEventListener(EVENT, add);
  }, []);
  useEffect(() => {
    if (toasts.length === 0 || held) return;
    const timer = setTimeout(() => setToasts((shown) => shown.slice(1)), STAYS_MS);
    return () => clearTimeout(timer);
  }, [toasts, held]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-end gap-2"
    >
      {toasts.map((one) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only keeps it from leaving
        <div
          key={one.id}
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
          className="pointer-events-auto flex max-w-sm items-center gap-4 rounded border border-rule bg-raised py-2 pr-2 pl-4 shadow-layer"
        >
          <span
            aria-hidden="true"
            className={cx(
              "size-2 shrink-0 rounded-full",
              { neutral: "bg-rule-strong", good: "bg-accent", waiting: "bg-waiting", bad: "bg-refusal" }[
                one.tone
              ],
            )}
          />
          <span className="min-w-0 flex-1">{one.text}</span>
          <button
            type="button"
            aria-label={t("close")}
            onClick={() => setToasts((shown) => shown.filter((other) => other.id !== one.id))}
            className="inline-flex size-8 items-center justify-center rounded text-muted hover:bg-wash hover:text-ink"
          >
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
