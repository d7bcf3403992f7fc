import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { getAuthorInvitation } from "@/modules/works/queries";
import { WORK_KIND_WORDS } from "@/modules/works/words";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Banner } from "@/ui/banner";
import { BpsText } from "@/ui/numbers";
import { Page, Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { WorkRecord } from "../../_components/work-record";
import { answer } from "../../actions";

export const metadata: Metadata = { title: "Your share in a work", referrer: "no-referrer" };

/** What a co-author is asked, and both answers with equal weight. */
export default async function AuthorInvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { work, author, invitedBy } = await read(getAuthorInvitation, { token });
  const open = author.state === "proposed" && work.retiredAt === null;
  return (
    <Page
      title={`Your share in “${work.title}”`}
      lead={`${invitedBy ?? "Somebody"} registered this work (${WORK_KIND_WORDS[work.kind].toLowerCase()}) and names you, ${author.name}, as an author.`}
    >
      {open ? (
        <Section title="Is this right?">
          <p className="mb-4 max-w-[68ch]">
            You get <BpsText bps={author.shareBps} /> of what the work earns. Accept, and your share is yours,
            with all that was held for it; you may also set terms for the work. Decline, and your share stays
            held until an operator decides; it never goes to the other authors by itself. An answer is given
            once, for the person signed in now.
          </p>
          <ActionForm action={answer} className="flex flex-wrap items-start gap-3">
            <input type="hidden" name="token" value={token} />
            <SubmitButton name="answer" value="accept" variant="secondary" pendingText="One moment…">
              Accept my share
            </SubmitButton>
            <SubmitButton name="answer" value="decline" variant="secondary" pendingText="One moment…">
              Decline
            </SubmitButton>
          </ActionForm>
        </Section>
      ) : (
        <Banner
          title={work.retiredAt === null ? `This invitation was ${author.state}.` : "This work was retired."}
        >
          There is nothing left to answer.{" "}
          {author.you && <TextLink href={`/me/works/${work.id}`}>See the work</TextLink>}
        </Banner>
      )}
      <WorkRecord work={work} />
    </Page>
  );
}
