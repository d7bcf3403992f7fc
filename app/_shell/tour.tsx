import { cookies, headers } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Viewer } from "@/app/_web/viewer";
import { chooseTour } from "./actions";
import { TourSeen } from "./tour-seen.client";
import { type TourStop, tourFor } from "./tour-stops";

/**
 * The demo world's tour: a word in the ribbon that unfolds a short list of places, ticked once seen. It opens only when
 * asked, covers nothing by itself, and goes away for good when dismissed.
 */
export async function Tour({ who }: { who: Viewer | null }) {
  const [jar, head, t] = await Promise.all([cookies(), headers(), getTranslations("tour")]);
  const path = (head.get("x-remit-path") ?? "/").split("?")[0] ?? "/";
  const stops = tourFor(path, who);
  const seen = new Set((jar.get("tour")?.value ?? "").split("."));
  if (seen.has("off")) return <TourForm value="" label={t("again")} />;
  const first = stops[0];
  if (first === undefined) return null;
  const isSeen = (stop: TourStop) => seen.has(stop.key) || stop.href === path;
  const word = (stop: TourStop, part: "title" | "text") => t(`${stop.kind}.${stop.word}.${part}` as "open");
  return (
    <details className="relative text-left">
      <summary className="inline-block min-h-6 list-none leading-6 underline underline-offset-4 [&::-webkit-details-marker]:hidden">
        {t("open")} <span className="tabular-nums">{`${stops.filter(isSeen).length}/${stops.length}`}</span>
      </summary>
      <div className="absolute right-0 z-40 mt-2 w-[min(24rem,calc(100vw-2rem))] rounded border border-rule bg-raised p-5 text-ink shadow-layer max-sm:fixed max-sm:inset-x-4 max-sm:max-h-[75dvh] max-sm:w-auto max-sm:overflow-y-auto">
        <p className="font-serif text-lg font-semibold">{t(`title.${first.kind}`)}</p>
        <p className="mt-0.5 text-muted">{t("lead")}</p>
        <ol className="mt-3">
          {stops.map((stop) => (
            <li key={stop.key} className="border-t border-rule">
              <Link href={stop.href} className="flex gap-3 py-2.5 no-underline hover:bg-wash">
                <span
                  aria-hidden="true"
                  className={`mt-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-full border text-xs ${
                    isSeen(stop) ? "border-accent bg-accent text-on-accent" : "border-rule-strong"
                  }`}
                >
                  {isSeen(stop) ? "✓" : ""}
                </span>
                <span>
                  <span className="font-medium">{word(stop, "title")}</span>
                  {isSeen(stop) && <span className="sr-only"> ({t("seen")})</span>}
                  <span className="block text-muted">{word(stop, "text")}</span>
                </span>
              </Link>
            </li>
          ))}
        </ol>
        <TourForm value="off" label={t("dismiss")} />
      </div>
      <TourSeen stops={stops.map(({ key, href }) => ({ key, href }))} />
    </details>
  );
}

function TourForm({ value, label }: { value: string; label: string }) {
  return (
    <form action={chooseTour} className="inline-block">
      <button
        type="submit"
        name="tour"
        value={value}
        className="mt-1 min-h-7 text-muted hover:text-ink hover:underline"
      >
        {label}
      </button>
    </form>
  );
}
