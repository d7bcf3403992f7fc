import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { signOut } from "@/app/_shell/actions";
import { read } from "@/app/_web/page/page";
import { viewInvitation } from "@/modules/parties/queries/organisations";
import { Button, LinkButton } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Banner } from "@/ui/page/banner";
import { Page } from "@/ui/page/page";
import { Definitions } from "@/ui/text/definition";
import { InstantText } from "@/ui/text/numbers";
import { Mark, mark } from "../../_components/mark";
import { accept } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.invitation");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** What an invitation's link shows, and accepting it as the person it was sent to. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, invitation] = await Promise.all([
    getTranslations("signin.invitation"),
    read(viewInvitation, { token }),
  ]);
  const { organisationName, organisationKind, role, email, signedInAs, expiresAt } = invitation;
  const signIn = `/sign-in?callbackUrl=${encodeURIComponent(`/invitations/${token}`)}`;
  const name = mark(organisationName);
  return (
    <Page title={t.rich("heading", { name })} lead={t("lead")}>
      <Definitions
        items={[
          {
            term: t("organisation"),
            value: <Mark>{organisationName}</Mark>,
            hint: t(`kind.${organisationKind}`),
          },
          { term: t("role"), value: t(`roles.${role}.name`), hint: t(`roles.${role}.means`) },
          { term: t("address"), value: <Mark>{email}</Mark> },
          { term: t("ends"), value: <InstantText at={expiresAt} /> },
        ]}
      />
      {signedInAs === email && (
        <ActionForm action={accept}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton pendingText={t("joining")}>{t.rich("join", { name })}</SubmitButton>
        </ActionForm>
      )}
      {signedInAs === null && (
        <div>
          <LinkButton href={signIn} className="max-w-full whitespace-normal">
            {t.rich("signIn", { email: mark(email) })}
          </LinkButton>
        </div>
      )}
      {signedInAs !== null && signedInAs !== email && (
        <Banner
          tone="waiting"
          title={t.rich("otherTitle", { email: mark(signedInAs) })}
          action={
            <form action={signOut}>
              <input type="hidden" name="next" value={`/invitations/${token}`} />
              <Button variant="secondary" size="sm">
                {t("signOut")}
              </Button>
            </form>
          }
        >
          {t.rich("otherText", { email: mark(email) })}
        </Banner>
      )}
    </Page>
  );
}
