import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { now } from "@/app/_web/page/now";
import { pageCall, read } from "@/app/_web/page/page";
import { isRecentSignIn } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";
import { termsEditor } from "@/modules/consent/queries/terms-editor";
import { LinkButton } from "@/ui/button/button";
import { ConfirmHere } from "@/ui/form/confirm-identity";
import { Banner } from "@/ui/page/banner";
import { Page } from "@/ui/page/page";
import { InstantText } from "@/ui/text/numbers";
import { TermsSentences } from "./_components/say.client";
import { ScopePicker } from "./_components/scope-picker";
import { TermsEditor } from "./_components/terms-editor.client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("terms");
  return { title: t("title") };
}

/** Whether what is edited here can be saved without confirming first who one is. */
async function isRecent(): Promise<boolean> {
  const { actor } = await pageCall();
  return actor.kind !== "user" || isRecentSignIn(actor.signedInAt, now());
}

type Search = Promise<Partial<Record<"scope" | "handle" | "prefix", string>>>;

/** Where a person says what may be done with what they made. */
export default async function TermsPage({ searchParams }: { searchParams: Search }) {
  const asked = await searchParams;
  const { handle, prefix } = asked;
  const [t, { scopes, added, prefixFault }] = await Promise.all([
    getTranslations("terms"),
    read(termsEditor, handle && prefix ? { handleId: handle, prefix } : {}),
  ]);
  const wanted = added ?? asked.scope;
  const chosen = scopes.find((scope) => scope.key === wanted) ?? scopes[0];
  if (chosen === undefined)
    throw new Error("invariant broken: everybody has a scope for everything they make");
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <LinkButton href="/me/terms/history" variant="secondary">
          {t("history")}
        </LinkButton>
      }
    >
      {!(await isRecent()) && (
        <Banner tone="waiting" title={t("confirmFirst.title")}>
          <p className="mb-3">{t("confirmFirst.body", { minutes: LIMITS.stepUpMinutes })}</p>
          <ConfirmHere>{t("confirmFirst.act")}</ConfirmHere>
        </Banner>
      )}
      <ScopePicker
        scopes={scopes}
        chosen={chosen}
        prefixFault={prefixFault}
        asked={{ handle: handle ?? "", prefix: prefix ?? "" }}
      />
      {chosen.scheduled.map((version) => (
        <Banner key={version.id} tone="waiting" title={t("scheduled.title")}>
          <p>{t.rich("scheduled.body", { at: () => <InstantText at={version.effectiveFrom} /> })}</p>
          <TermsSentences terms={version.terms} className="mt-1" />
        </Banner>
      ))}
      <ClientMessages namespaces={["terms"]}>
        <TermsEditor key={chosen.key} scope={chosen} />
      </ClientMessages>
    </Page>
  );
}
