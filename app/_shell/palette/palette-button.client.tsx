"use client";
import { lazy, Suspense, useEffect, useState } from "react";
import { buttonClass } from "@/ui/button/button";
import { cx } from "@/ui/cx";
import type { PaletteWords } from "../keys-help.client";

// Fetched when it is first opened: pages stay light.
const Palette = lazy(() => import("./palette.client").then((file) => ({ default: file.Palette })));

export type PaletteView = "search" | "keys";

/** Opens the palette: by its button, by Ctrl or Cmd and K, and the list of keys by `?`. Never while somebody types. */
export function PaletteButton({ words }: { words: PaletteWords }) {
  const [view, setView] = useState<PaletteView | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      const asked =
        event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.altKey
          ? "search"
          : event.key === "?" && !event.metaKey && !event.ctrlKey
            ? "keys"
            : null;
      if (asked === null) return;
      event.preventDefault();
      setView(asked);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setView("search")}
        className={cx(buttonClass("secondary", "sm"), "text-muted max-sm:px-2")}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-none stroke-current stroke-[1.6]">
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.5 10.5 3.5 3.5" strokeLinecap="round" />
        </svg>
        <span className="max-sm:sr-only">{words.open}</span>
        <span aria-hidden="true" translate="no" className="text-xs text-muted max-lg:hidden">
          {words.shortcut}
        </span>
      </button>
      {view !== null && (
        <Suspense>
          <Palette view={view} words={words} onView={setView} onClose={() => setView(null)} />
        </Suspense>
      )}
    </>
  );
}
