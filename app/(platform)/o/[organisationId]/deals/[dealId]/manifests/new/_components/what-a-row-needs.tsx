import { useTranslations } from "next-intl";
import { Section } from "@/ui/page/page";
import { Code } from "@/ui/text/code";

const EXAMPLE = `item_id,contributor,url,created_at,tokens,score
t/81,slow-heron,https://forum.example/t/81,1700000000,412,17
t/82,[deleted],https://forum.example/t/82,1700000360,96,3`;

/** What a manifest is, before the first one is made. */
export function WhatARowNeeds() {
  const t = useTranslations("manifests.upload");
  return (
    <Section title={t("what")} lead={t("whatLead")}>
      <p className="max-w-[68ch]">{t("wantedColumns")}</p>
      <div translate="no" className="max-w-3xl">
        <Code>{EXAMPLE}</Code>
      </div>
    </Section>
  );
}
