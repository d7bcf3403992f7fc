import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signOut } from "@/app/_shell/actions";
import { operatorLink } from "@/app/_shell/contact-link";
import { viewer } from "@/app/_web/page/viewer";
import { returnPath, withReturn } from "@/app/_web/sign-in/sign-in";
import { waitingSignIn } from "@/app/_web/sign-in/waiting-sign-in";
import { Button } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input } from "@/ui/input/field";
import { Page } from "@/ui/page/page";
import { giveCode } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.code");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The second step of signing in: until it is given, nobody is signed in here. */
export default async function CodePage({ searchParams }: Props) {
  const callbackUrl = returnPath((await searchParams).callbackUrl);
  const [t, waiting] = await Promise.all([getTranslations("signin.code"), waitingSignIn()]);
  if (waiting === null) {
    redirect((await viewer()) === null ? withReturn("/sign-in", callbackUrl) : callbackUrl);
  }
  return (
    <Page title={t("title")} lead={t("lead")}>
      <ActionForm action={giveCode}>
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <Field label={t("label")} name="code" required hint={t("hint")}>
          <Input
            name="code"
            className="font-mono"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
          />
        </Field>
        <SubmitButton pendingText={t("pending")}>{t("submit")}</SubmitButton>
      </ActionForm>
      <form action={signOut} className="mt-8 flex flex-col items-start gap-3">
        <p className="max-w-[68ch] text-muted">{t.rich("lost", { write: operatorLink })}</p>
        <Button variant="secondary">{t("signOut")}</Button>
      </form>
    </Page>
  );
}
