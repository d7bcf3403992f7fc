import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { coverAuthorInvitation } from "@/modules/works/co-authors/cover-author-invitation";
import { LinkButton } from "@/ui/button/button";
import { Page } from "@/ui/page/page";
import { BpsText } from "@/ui/text/numbers";
import { mark } from "../../../_components/mark";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("works.invitation");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

/** What a co-author's link is about, for somebody who is not signed in yet. */
export default async function AuthorInvitationCoverPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, cover] = await Promise.all([getTranslations("works"), read(coverAuthorInvitation, { token })]);
  const answering = `/me/works/invitations/${token}`;
  if (cover.signedInAs !== null) redirect(answering);
  return (
    <Page
      title={t.rich("invitation.heading", { title: mark(cover.title) })}
      lead={t.rich("invitation.lead", {
        inviter: () => (cover.invitedBy === null ? t("invitation.somebody") : mark(cover.invitedBy)()),
        kind: t(`kind.${cover.kind}`),
        name: mark(cover.name),
      })}
    >
      <p className="max-w-[68ch] font-serif text-xl">
        {t.rich("invitation.get", { share: () => <BpsText bps={cover.shareBps} /> })}
      </p>
      <div className="flex flex-col items-start gap-3">
        {cover.sentTo !== null && <p>{t.rich("invitation.sentTo", { email: mark(cover.sentTo) })}</p>}
        <LinkButton href={`/sign-in?callbackUrl=${encodeURIComponent(answering)}`}>
          {t("invitation.signIn")}
        </LinkButton>
      </div>
    </Page>
  );
}
