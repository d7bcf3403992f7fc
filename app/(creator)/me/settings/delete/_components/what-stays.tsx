import { useTranslations } from "next-intl";
import { Section } from "@/ui/page/page";
import { Definitions } from "@/ui/text/definition";

const KEPT = ["books", "terms", "handles", "audit"] as const;

/** What cannot go, and the reason for each. */
export function WhatStays() {
  const t = useTranslations("settings.delete.stays");
  return (
    <Section title={t("title")}>
      <Definitions items={KEPT.map((kept) => ({ term: t(kept), value: t(`${kept}Body`) }))} />
    </Section>
  );
}
