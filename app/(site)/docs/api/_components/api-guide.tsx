import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/ui/page/page";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { apiFacts as german } from "../../_content/api.de";
import { apiFacts as english } from "../../_content/api.en";
import { editCalls } from "../../_content/calls";

/** What holds for every address, said once. */
export async function ApiGuide({ server }: { server: string }) {
  const [t, locale] = await Promise.all([getTranslations("docs.api"), getLocale()]);
  return (
    <Section title={t("how")}>
      <div className="flex flex-col gap-6">
        <Code label={t("first")}>{`curl ${server}/deals \\
  -H "Authorization: Bearer $REMIT_KEY"`}</Code>
        <Code label={t("edit")}>{editCalls(server)}</Code>
        <div data-prose>
          <Definitions items={locale === "de" ? german : english} />
        </div>
      </div>
    </Section>
  );
}
