import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { listDeals } from "@/modules/deals/queries";
import { listApiKeys } from "@/modules/identity/queries/api-keys";
import { getOrganisation, listMembers } from "@/modules/parties/queries/organisations";
import { Banner } from "@/ui/page/banner";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { Definitions } from "@/ui/text/definition";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { OperatorDeals } from "../../deals/_components/operator-deals";
import { PartyActs } from "../_components/party-acts";
import { PartyState } from "../_components/party-state";
import { KeysTable } from "./_components/keys-table";
import { MembersTable } from "./_components/members-table";

type Props = { params: Promise<{ organisationId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read(getOrganisation, { organisationId: (await params).organisationId })).name };
}

/** One organisation as the operator looks at it: who they are, who acts for them, and what they have agreed. */
export default async function PartyPage({ params }: Props) {
  const { organisationId } = await params;
  const [t, party, members, keys, deals] = await Promise.all([
    getTranslations("operator"),
    read(getOrganisation, { organisationId }),
    read(listMembers, { organisationId }),
    read(listApiKeys, { organisationId }),
    read(listDeals, { organisationId, limit: 10 }),
  ]);
  return (
    <Page
      title={<span translate="no">{party.name}</span>}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          {t(`kind.${party.kind}`)} <PartyState state={party.state} />
        </span>
      }
      breadcrumbs={[{ href: "/operator/parties", label: t("nav.parties") }]}
      actions={party.kind !== "operator" && <PartyActs party={party} />}
    >
      {party.state === "unverified" && (
        <Banner tone="waiting" title={t("party.look")}>
          {t(party.kind === "platform" ? "party.lookPlatform" : "party.lookOther")}
        </Banner>
      )}
      {party.nameWarning !== null && (
        <Banner tone="bad" title={t("party.nameWarning")}>
          {party.nameWarning.looksLike !== null && (
            <p>
              {t.rich("party.looksLike", {
                name: party.nameWarning.looksLike.name,
                other: (text) => (
                  <TextLink href={`/operator/parties/${party.nameWarning?.looksLike?.id ?? ""}`}>
                    {text}
                  </TextLink>
                ),
              })}
            </p>
          )}
          {party.nameWarning.mixedScripts.length > 0 && (
            <p>{t("party.mixedScripts", { scripts: party.nameWarning.mixedScripts.join(", ") })}</p>
          )}
        </Banner>
      )}
      <Definitions
        items={[
          {
            term: t("party.id"),
            value: (
              <span translate="no" className="font-mono text-sm break-all">
                {party.id}
              </span>
            ),
          },
          ...(party.host === null
            ? []
            : [{ term: t("parties.host"), value: <span translate="no">{party.host}</span> }]),
          { term: t("parties.since"), value: <InstantText at={party.createdAt} /> },
          ...(party.kind === "platform"
            ? [
                {
                  term: t("party.attests"),
                  value: t(party.attestationKey === null ? "party.noKey" : "party.hasKey"),
                },
              ]
            : []),
          {
            term: t("deal.more"),
            value: (
              <span className="flex flex-wrap gap-x-6">
                <TextLink href={`/o/${party.id}`}>{t("party.theirPages")}</TextLink>
                <TextLink href={`/operator/audit?subject=${party.id}`}>{t("party.decisions")}</TextLink>
              </span>
            ),
          },
        ]}
      />
      <Section title={t("party.deals")}>
        {deals.items.length === 0 ? (
          <Empty title={t("party.noDeals")}>{t("party.noDealsWhy")}</Empty>
        ) : (
          <>
            <OperatorDeals deals={deals.items} caption={t("party.deals")} among />
            {deals.nextCursor !== null && <p className="text-sm text-muted">{t("party.newestTen")}</p>}
          </>
        )}
      </Section>
      <Section title={t("party.members")} lead={t("party.membersLead")}>
        <MembersTable members={members.items} />
      </Section>
      <Section title={t("party.keys")} lead={t("party.keysLead")}>
        {keys.items.length === 0 ? (
          <Empty title={t("party.noKeys")}>{t("party.noKeysWhy")}</Empty>
        ) : (
          <KeysTable keys={keys.items} />
        )}
      </Section>
    </Page>
  );
}
