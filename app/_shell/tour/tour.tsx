import { cookies, headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { Viewer } from "@/app/_web/page/viewer";
import { chooseTour } from "../actions";
import { TourList } from "./tour-list.client";
import { type TourStop, tourFor } from "./tour-stops";

/**
 * The demo world's tour: a word in the ribbon that unfolds a short list of places, ticked once seen. It opens only when
 * asked, covers nothing by itself, and goes away for good when dismissed.
 */
export async function Tour({ who }: { who: Viewer | null }) {
  const [jar, head, t] = await Promise.all([cookies(), headers(), getTranslations("tour")]);
  const path = (head.get("x-remit-path") ?? "/").split("?")[0] ?? "/";
  const stops = tourFor(path, who);
  const seen = (jar.get("tour")?.value ?? "").split(".");
  if (seen.includes("off")) return <TourForm value="" label={t("again")} />;
  const first = stops[0];
  if (first === undefined) return null;
  const word = (stop: TourStop, part: "title" | "text") => t(`${stop.kind}.${stop.word}.${part}` as "open");
  return (
    <TourList
      stops={stops.map((stop) => ({
        ...{ key: stop.key, href: stop.href },
        ...{ title: word(stop, "title"), text: word(stop, "text") },
      }))}
      seen={seen}
      words={{ open: t("open"), title: t(`title.${first.kind}`), lead: t("lead"), seen: t("seen") }}
    >
      <TourForm value="off" label={t("dismiss")} />
    </TourList>
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
