import { getTranslations } from "next-intl/server";
import { Inbox, type InboxSearch } from "@/app/_notices/inbox";
import { read } from "@/app/_web/page/page";
import { getOrganisation } from "@/modules/parties/queries/organisations";
import { LinkButton } from "@/ui/button/button";
import { Page } from "@/ui/page/page";

type Props = {
  params: Promise<{ organisationId: string }>;
  searchParams: Promise<InboxSearch>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("notices"))("organisation.title") };
}

/** The reader's notices as a member of this organisation. */
export default async function OrganisationInboxPage({ params, searchParams }: Props) {
  const [{ organisationId }, search, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("notices.organisation"),
  ]);
  await read(getOrganisation, { organisationId });
  const path = `/o/${organisationId}/inbox`;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <LinkButton href="/me/inbox" variant="secondary">
          {t("own")}
        </LinkButton>
      }
    >
      <Inbox
        path={path}
        search={search}
        topics={["organisation", "runs", "failures", "security"]}
        organisationId={organisationId}
      />
    </Page>
  );
}
