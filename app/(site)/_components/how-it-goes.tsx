import { getTranslations } from "next-intl/server";
import { Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";

const STEPS = ["asked", "told", "paid"] as const;

export async function HowItGoes() {
  const t = await getTranslations("site.home");
  return (
    <>
      <Section title={t("steps.title")}>
        <ol className="grid gap-x-10 gap-y-8 sm:grid-cols-3">
          {STEPS.map((step, index) => (
            <li key={step}>
              <h3 className="text-lg">
                <span className="mr-2 text-accent tabular-nums">{index + 1}</span>
                {t(`steps.${step}.title`)}
              </h3>
              <p className="mt-2 text-muted">{t(`steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t("check.title")}>
        <p className="max-w-[68ch]">
          {t.rich("check.text", {
            register: (text) => <TextLink href="/register">{text}</TextLink>,
            rules: (text) => <TextLink href="/docs/rules">{text}</TextLink>,
            recompute: (text) => <TextLink href="/docs/recompute">{text}</TextLink>,
          })}
        </p>
      </Section>
    </>
  );
}
