import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { read } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { myHandlesAndMoney } from "@/modules/earnings/queries/own-handles";
import { Page } from "@/ui/page/page";
import { CannotEarn } from "../_components/cannot-earn";
import { RegisterWorkForm } from "../_components/register-work-form.client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("works.register");
  return { title: t("title") };
}

export default async function NewWorkPage() {
  const [t, who, handles] = await Promise.all([
    getTranslations("works"),
    viewer(),
    read(myHandlesAndMoney, {}),
  ]);
  return (
    <Page
      title={t("register.title")}
      lead={t("register.lead")}
      breadcrumbs={[{ href: "/me/works", label: t("works.crumb") }]}
    >
      {!handles.items.some(({ state }) => state === "verified") && <CannotEarn />}
      <ClientMessages namespaces={["works"]}>
        <RegisterWorkForm myName={who?.person.name ?? ""} />
      </ClientMessages>
    </Page>
  );
}
