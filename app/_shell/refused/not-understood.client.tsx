"use client";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { leftOut } from "@/app/_web/page/unknown-filters.client";
import { Banner } from "@/ui/page/banner";

/**
 * Says which filters of an address were not understood and left out (app/_web/page/page.ts). Only words of ours: an address is
 * written by anybody, and must not put its own words on a page.
 */
export function NotUnderstood() {
  const t = useTranslations("ui.notUnderstood");
  const names = leftOut(useSearchParams());
  if (names.length === 0) return null;
  const words = names.map((name) => {
    const key = `filter.${name}` as "filter.state";
    return t.has(key) ? t(key) : t("other");
  });
  return (
    <div role="status" className="mb-8">
      <Banner tone="waiting" title={t("title", { n: words.length, names: [...new Set(words)].join(", ") })}>
        {t("text")}
      </Banner>
    </div>
  );
}
