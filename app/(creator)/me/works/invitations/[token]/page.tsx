import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { coverAuthorInvitation } from "@/modules/works/co-authors/cover-author-invitation";
import { getAuthorInvitation } from "@/modules/works/queries";
import { Banner } from "@/ui/page/banner";
import { Page } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { AnswerInvitation } from "../../_components/answer-invitation";
import { ForAnother } from "../../_components/for-another";
import { WorkRecord } from "../../_components/work-record";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("works.invitation");
  return { title: t("title"), referrer: "no-referrer" };
}

/** What a co-author is asked, and both answers with equal weight. */
export default async function AuthorInvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, { work, author, invitedBy }, cover] = await Promise.all([
    getTranslations("works"),
    read(getAuthorInvitation, { token }),
    read(coverAuthorInvitation, { token }),
  ]);
  const open = author.state === "proposed";
  return (
    <Page
      title={t.rich("invitation.heading", { title: () => <span translate="no">{work.title}</span> })}
      lead={t.rich("invitation.lead", {
        inviter: () =>
          invitedBy === null ? t("invitation.somebody") : <span translate="no">{invitedBy}</span>,
        kind: t(`kind.${work.kind}`),
        name: () => <span translate="no">{author.name}</span>,
      })}
    >
      {open && cover.forAnother && <ForAnother cover={cover} token={token} />}
      {open && !cover.mine ? (
        <>
          {work.retiredAt !== null && (
            <Banner title={t("invitation.retired")}>{t("invitation.retiredMeans")}</Banner>
          )}
          <AnswerInvitation token={token} shareBps={author.shareBps} />
        </>
      ) : open ? null : (
        <Banner title={t(`invitation.${author.state}`)}>
          {t("invitation.nothing")}{" "}
          {author.you && <TextLink href={`/me/works/${work.id}`}>{t("invitation.see")}</TextLink>}
        </Banner>
      )}
      <WorkRecord work={work} />
    </Page>
  );
}
