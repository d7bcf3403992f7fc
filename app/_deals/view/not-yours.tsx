import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { listMembers } from "@/modules/parties/queries/organisations";
import { LinkButton } from "@/ui/button/button";
import { Page } from "@/ui/page/page";

/** For a member of a platform whose role does not write deals: who does. For everybody else there is no such page. */
export async function NotYours({ organisationId }: { organisationId: string }) {
  const [t, who] = await Promise.all([getTranslations("deals.notYours"), viewer()]);
  const member = who?.memberships.find((one) => one.organisationId === organisationId);
  if (member?.kind !== "platform") notFound();
  const suspended = member.state === "suspended";
  return (
    <Page
      title={t("title")}
      lead={suspended ? t("suspended") : t.rich("lead", await whomToAsk(organisationId))}
    >
      <p>
        <LinkButton href={`/o/${organisationId}/deals`} variant="secondary">
          {t("back")}
        </LinkButton>
      </p>
    </Page>
  );
}

/** The names of an organisation's owners, for a sentence that says whom to ask. */
export async function whomToAsk(organisationId: string) {
  const { items } = await read(listMembers, { organisationId });
  const owners = items.filter(({ role }) => role === "owner").map(({ name, email }) => name ?? email ?? "–");
  return {
    owners: owners.join(", "),
    name: (chunks: React.ReactNode) => <span translate="no">{chunks}</span>,
  };
}
