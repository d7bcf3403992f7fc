import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { searchPeople } from "@/modules/parties/queries/people";
import { Button } from "@/ui/button/button";
import { Field, Input } from "@/ui/input/field";
import { Empty } from "@/ui/page/empty";
import { Page } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { PartiesNav } from "../_components/parties-nav";
import { searchOf } from "../_components/search-of";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operator"))("parties.people") };
}

const PATH = "/operator/parties/people";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Everybody, to look up and to follow into the audit. */
export default async function OperatorPeoplePage({ searchParams }: Props) {
  const [t, roles] = await Promise.all([
    getTranslations("operator.parties"),
    getTranslations("operator.role"),
  ]);
  const { q, cursor } = searchOf(await searchParams, ["q", "cursor"]);
  const page = await read(searchPeople, { q, cursor });
  const kept = new URLSearchParams(q === undefined ? {} : { q });
  const first = kept.size === 0 ? PATH : `${PATH}?${kept}`;
  if (page.nextCursor !== null) kept.set("cursor", page.nextCursor);
  return (
    <Page title={t("title")} lead={t("peopleLead")}>
      <PartiesNav current="people" />
      <form method="get" action={PATH} className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="w-full sm:w-80">
          <Field label={t("searchPeople")}>
            <Input name="q" type="search" defaultValue={q} />
          </Field>
        </div>
        <Button variant="secondary">{t("find")}</Button>
      </form>
      {page.items.length === 0 ? (
        <Empty title={t("nobodyFits")}>{t("nobodyFitsWhy")}</Empty>
      ) : (
        <Table caption={t("people")}>
          <THead>
            <Tr>
              <Th>{t("person")}</Th>
              <Th>{t("actsFor")}</Th>
              <Th>{t("since")}</Th>
              <Th>
                <span className="sr-only">{t("trace")}</span>
              </Th>
            </Tr>
          </THead>
          <TBody>
            {page.items.map(({ id, name, email, memberships, createdAt, deletedAt }) => (
              <Tr key={id}>
                <Td>
                  {name === null ? (
                    <span className="font-medium">{t(deletedAt === null ? "noName" : "deleted")}</span>
                  ) : (
                    <span translate="no" className="font-medium">
                      {name}
                    </span>
                  )}
                  <span translate="no" className="block text-sm break-all text-muted">
                    {email}
                    <span className="block font-mono text-xs">{id}</span>
                  </span>
                </Td>
                <Td label={t("actsFor")}>
                  {memberships.length === 0 && <span className="text-muted">–</span>}
                  {memberships.map((membership) => (
                    <span key={membership.organisationId} className="block">
                      <TextLink href={`/operator/parties/${membership.organisationId}`} translate="no">
                        {membership.name}
                      </TextLink>{" "}
                      <span className="text-sm text-muted">({roles(membership.role)})</span>
                    </span>
                  ))}
                </Td>
                <Td label={t("since")}>
                  <DateText at={createdAt} />
                </Td>
                <Td className="sm:text-right">
                  <TextLink href={`/operator/audit?actor=${id}`}>
                    {t("trace")}
                    <span className="sr-only" translate="no">
                      : {name ?? email ?? id}
                    </span>
                  </TextLink>
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
      <Pager
        nextHref={page.nextCursor && `${PATH}?${kept}`}
        firstHref={cursor === undefined ? null : first}
      />
    </Page>
  );
}
