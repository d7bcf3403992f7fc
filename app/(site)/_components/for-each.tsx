import { getTranslations } from "next-intl/server";
import { Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";

const PEOPLE = ["creator", "platform", "lab"] as const;

export async function ForEach() {
  const t = await getTranslations("site.home.people");
  return (
    <Section title={t("title")}>
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-3">
        {PEOPLE.map((who) => (
          <div key={who} className="flex flex-col">
            <h3 className="text-lg">{t(`${who}.title`)}</h3>
            <p className="mt-2 text-muted">{t(`${who}.text`)}</p>
            <p className="mt-2">
              <TextLink href={`/how-it-works#${who}`}>{t(`${who}.link`)}</TextLink>
            </p>
          </div>
        ))}
      </div>
    </Section>
  );
}
