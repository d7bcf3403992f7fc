"use client";
import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Remembers in a cookie of this browser that a stop of the tour was looked at. It draws nothing. */
export function TourSeen({ stops }: { stops: readonly { key: string; href: string }[] }) {
  const path = usePathname();
  useEffect(() => {
    const here = stops.find(({ href }) => href === path);
    if (here === undefined) return;
    const seen = /(?:^|; )tour=([^;]*)/.exec(document.cookie)?.[1]?.split(".") ?? [];
    if (seen.includes(here.key)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = `tour=${[...seen, here.key].filter(Boolean).join(".")}; path=/; max-age=31536000; samesite=lax`;
  }, [path, stops]);
  return null;
}
