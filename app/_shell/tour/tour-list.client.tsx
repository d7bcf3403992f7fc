"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";

type Stop = Readonly<{ key: string; href: string; title: string; text: string }>;
type Words = Readonly<{ open: string; title: string; lead: string; seen: string }>;

/**
 * The tour unfolded: its stops, ticked once seen. What was seen is kept in a cookie of this browser. Closed again on
 * every new page; `data-wakes` lets reaching for it run the scripts of a page that was sent without.
 */
export function TourList({
  stops,
  seen,
  words,
  children,
}: {
  stops: readonly Stop[];
  seen: readonly string[];
  words: Words;
  children: ReactNode;
}) {
  const path = usePathname();
  const [looked, setLooked] = useState(seen);
  useEffect(() => {
    const here = stops.find(({ href }) => href === path);
    if (here === undefined) return;
    remember(here.key);
    setLooked((before) => (before.includes(here.key) ? before : [...before, here.key]));
  }, [path, stops]);
  const here = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = here.current;
      if (!details?.open) return;
      const isEscape = event instanceof KeyboardEvent;
      if (isEscape ? event.key !== "Escape" : details.contains(event.target as Node)) return;
      details.open = false;
      if (isEscape) details.querySelector("summary")?.focus();
    };
    document.addEventListener("keydown", close);
    document.addEventListener("pointerdown", close);
    return () => {
      document.removeEventListener("keydown", close);
      document.removeEventListener("pointerdown", close);
    };
  }, []);
  const isSeen = ({ key, href }: Stop) => looked.includes(key) || href === path;
  return (
    <details ref={here} key={path} data-wakes className="relative text-left">
      <summary className="inline-block min-h-6 list-none leading-6 underline underline-offset-4 [&::-webkit-details-marker]:hidden">
        {words.open} <span className="tabular-nums">{`${stops.filter(isSeen).length}/${stops.length}`}</span>
      </summary>
      <div className="absolute right-0 z-40 mt-2 w-[min(24rem,calc(100vw-2rem))] rounded border border-rule bg-raised p-5 text-ink shadow-layer max-sm:fixed max-sm:inset-x-4 max-sm:max-h-[75dvh] max-sm:w-auto max-sm:overflow-y-auto">
        <p className="font-serif text-lg font-semibold">{words.title}</p>
        <p className="mt-0.5 text-muted">{words.lead}</p>
        <ol className="mt-3">
          {stops.map((stop) => (
            <li key={stop.key} className="border-t border-rule">
              <Link href={stop.href} className="flex gap-3 py-2.5 no-underline hover:bg-wash">
                <Tick seen={isSeen(stop)} />
                <span>
                  <span className="font-medium">{stop.title}</span>
                  {isSeen(stop) && <span className="sr-only"> ({words.seen})</span>}
                  <span className="block text-muted">{stop.text}</span>
                </span>
              </Link>
            </li>
          ))}
        </ol>
        {children}
      </div>
    </details>
  );
}

function Tick({ seen }: { seen: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-full border text-xs ${
        seen ? "border-accent bg-accent text-on-accent" : "border-rule-strong"
      }`}
    >
      {seen ? "✓" : ""}
    </span>
  );
}

function remember(key: string): void {
  const seen = /(?:^|; )tour=([^;]*)/.exec(document.cookie)?.[1]?.split(".") ?? [];
  if (seen.includes(key)) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `tour=${[...seen, key].filter(Boolean).join(".")}; path=/; max-age=31536000; samesite=lax`;
}
