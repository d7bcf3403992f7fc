import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationsTable, InviteForm } from "@/app/_parties/team/invitations";
import { KeysLeft, keysLeftBehind } from "@/app/_parties/team/keys-made";
import { MembersTable } from "@/app/_parties/team/members-table";
import { RolesTable } from "@/app/_parties/team/roles-table";
import { read } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { listApiKeys } from "@/modules/identity/queries/api-keys";
import { getOrganisation, listInvitations, listMembers } from "@/modules/parties/queries/organisations";
import { Page, Section } from "@/ui/page/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("parties.team");
  return { title: t("title") };
}

/** Who belongs to an organisation, what each may do, and who is invited. */
export default async function TeamPage({ params }: { params: Promise<{ organisationId: string }> }) {
  const { organisationId } = await params;
  const [t, who, organisation, members, invitations, keys] = await Promise.all([
    getTranslations("parties"),
    viewer(),
    read(getOrganisation, { organisationId }),
    read(listMembers, { organisationId }),
    read(listInvitations, { organisationId }),
    read(listApiKeys, { organisationId }),
  ]);
  const isOwner = organisation.myRole === "owner";
  const mayManage = isOwner || organisation.myRole === "admin";
  const name = (chunks: React.ReactNode) => <span translate="no">{chunks}</span>;
  return (
    <Page title={t("team.title")} lead={t.rich("team.lead", { name: () => name(organisation.name) })}>
      <KeysLeft organisationId={organisationId} names={keysLeftBehind(keys.items, members.items)} />
      <Section title={t("team.members")}>
        <MembersTable
          organisationId={organisationId}
          members={members.items}
          keys={keys.items}
          me={who?.person.id ?? null}
          mayManage={mayManage}
          isOwner={isOwner}
        />
      </Section>
      {invitations.items.length > 0 && (
        <Section title={t("invitations.title")} lead={t("invitations.lead")}>
          <InvitationsTable
            organisationId={organisationId}
            invitations={invitations.items}
            mayManage={mayManage}
          />
        </Section>
      )}
      {mayManage && (
        <Section title={t("invite.title")} lead={t("invite.lead")}>
          <InviteForm organisationId={organisationId} isOwner={isOwner} />
        </Section>
      )}
      {organisation.kind === "platform" && (
        <Section title={t("team.roles")} lead={t("team.rolesLead")}>
          <RolesTable />
        </Section>
      )}
    </Page>
  );
}
