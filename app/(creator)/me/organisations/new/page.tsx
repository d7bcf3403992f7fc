import { getTranslations } from "next-intl/server";
import { HANDLE_CASE_OPTIONS } from "@/app/_parties/handle-case-options";
import { Page } from "@/ui/page/page";
import { SignUpForm } from "./_components/sign-up-form.client";

export async function generateMetadata() {
  return { title: (await getTranslations("settings.signUp"))("title") };
}

export default async function SignUpOrganisationPage() {
  const t = await getTranslations("settings");
  const kinds = (["platform", "lab", "collective"] as const).map((value) => ({
    value,
    label: t(`kinds.${value}`),
    hint: t(`kindMeans.${value}`),
  }));
  const cases = HANDLE_CASE_OPTIONS.map(({ value }) => ({
    value,
    label: t(`signUp.cases.${value}.name`),
    hint: t(`signUp.cases.${value}.hint`),
  }));
  const words = {
    kind: t("signUp.kind"),
    name: t("signUp.name"),
    host: t("signUp.host"),
    hostHint: t("signUp.hostHint"),
    compare: t("signUp.compare"),
    submit: t("signUp.submit"),
    pending: t("signUp.pending"),
  };
  return (
    <Page
      title={t("signUp.title")}
      lead={t("signUp.lead")}
      breadcrumbs={[{ href: "/me/settings", label: t("title") }]}
    >
      <SignUpForm kinds={kinds} handleCases={cases} words={words} />
    </Page>
  );
}
