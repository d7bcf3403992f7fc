import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { SECOND_STEP_PAGE } from "@/app/_web/sign-in/waiting-sign-in";
import { LIMITS } from "@/kernel/limits";
import { mySecondStep } from "@/modules/identity/queries/second-step";
import { LinkButton } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";
import { Page, Section } from "@/ui/page/page";
import { ChangeSecondStep } from "./_components/change-second-step";
import { SetUp } from "./_components/set-up.client";
import { setUpWords } from "./_components/words";

export async function generateMetadata() {
  return { title: (await getTranslations("settings.twoStep"))("title") };
}

/** Turning the second step of signing in on, and, where it is on, its recovery codes and turning it off. */
export default async function TwoStepPage() {
  const [t, ts, step, who, words] = await Promise.all([
    getTranslations("settings.twoStep"),
    getTranslations("settings"),
    read(mySecondStep, {}),
    viewer(),
    setUpWords(),
  ]);
  const again = `/sign-in?callbackUrl=${encodeURIComponent(SECOND_STEP_PAGE)}`;
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumbs={[{ href: "/me/settings", label: ts("title") }]}>
      {who?.needsSecondStep && (
        <Banner tone="waiting" title={t("operator")}>
          {t("operatorWhy")}
        </Banner>
      )}
      {!step.isRecent && (
        <Banner
          tone="waiting"
          title={t("again")}
          action={<LinkButton href={again}>{t("againAct")}</LinkButton>}
        >
          {t("againBody", { minutes: LIMITS.stepUpMinutes })}
        </Banner>
      )}
      {step.onSince !== null ? (
        <ChangeSecondStep onSince={step.onSince} codesLeft={step.codesLeft} isRecent={step.isRecent} />
      ) : (
        step.isRecent && (
          <Section title={t("setUp")} lead={t("setUpLead")}>
            <SetUp words={words} doneHref={who?.needsSecondStep ? "/operator" : "/me/settings"} />
          </Section>
        )
      )}
    </Page>
  );
}
