import type { Metadata } from "next";
import { InvitationsTable, InviteForm } from "@/app/_parties/team/invitations";
import { MembersTable } from "@/app/_parties/team/members-table";
import { read } from "@/app/_web/page";
import { viewer } from "@/app/_web/viewer";
import { getOrganisation, listInvitations, listMembers } from "@/modules/parties/queries/organisations";
import { Page, Section } from "@/ui/page";

export const metadata: Metadata = { title: "Team" };

/** Who belongs to an organisation, what each may do, and who is invited. */
export default async function TeamPage({ params }: { params: Promise<{ organisationId: string }> }) {
  const { organisationId } = await params;
  const [who, organisation, members, invitations] = await Promise.all([
    viewer(),
    read(getOrganisation, { organisationId }),
    read(listMembers, { organisationId }),
    read(listInvitations, { organisationId }),
  ]);
  const isOwner = organisation.myRole === "owner";
  const mayManage = isOwner || organisation.myRole === "admin";
  return (
    <Page
      title="Team"
      lead={`The people who act for ${organisation.name}. Every act is in the audit with its person.`}
    >
      <Section title="Members">
        <MembersTable
          organisationId={organisationId}
          members={members.items}
          me={who?.person.id ?? null}
          mayManage={mayManage}
          isOwner={isOwner}
        />
      </Section>
      {invitations.items.length > 0 && (
        <Section title="Invitations" lead="Open ones, and what became of those of the last 60 days.">
          <InvitationsTable
            organisationId={organisationId}
            invitations={invitations.items}
            mayManage={mayManage}
          />
        </Section>
      )}
      {mayManage && (
        <Section title="Invite somebody" lead="We mail them a link that works for 14 days.">
          <InviteForm organisationId={organisationId} isOwner={isOwner} />
        </Section>
      )}
    </Page>
  );
}
