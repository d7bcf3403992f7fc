import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { searchPeople } from "@/modules/parties/queries/people";
import { ROLE_WORDS } from "@/modules/parties/words";
import { Button } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Field, Input } from "@/ui/field";
import { DateText } from "@/ui/numbers";
import { Page } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";
import { PartiesNav } from "../_components/parties-nav";
import { searchOf } from "../_components/search-of";

export const metadata: Metadata = { title: "People" };

const PATH = "/operator/parties/people";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OperatorPeoplePage({ searchParams }: Props) {
  const { q, cursor } = searchOf(await searchParams, ["q", "cursor"]);
  const page = await read(searchPeople, { q, cursor });
  const kept = new URLSearchParams(q === undefined ? {} : { q });
  const first = kept.size === 0 ? PATH : `${PATH}?${kept}`;
  if (page.nextCursor !== null) kept.set("cursor", page.nextCursor);
  return (
    <Page title="Parties" lead="Everybody who has a place here, newest first.">
      <PartiesNav current="people" />
      <form method="get" action={PATH} className="grid items-end gap-4 sm:grid-cols-[1fr_auto]">
        <Field label="Name, e-mail address or id">
          <Input name="q" type="search" defaultValue={q} />
        </Field>
        <Button variant="secondary">Search</Button>
      </form>
      {page.items.length === 0 ? (
        <Empty title="Nobody fits">Search by less of the name or address.</Empty>
      ) : (
        <Table caption="People">
          <THead>
            <Tr>
              <Th>Person</Th>
              <Th>E-mail address</Th>
              <Th>Acts for</Th>
              <Th>Here since</Th>
              <Th>
                <span className="sr-only">Audit</span>
              </Th>
            </Tr>
          </THead>
          <TBody>
            {page.items.map(({ id, name, email, memberships, createdAt }) => (
              <Tr key={id}>
                <Td>
                  <span className="font-medium">{name ?? "No name given"}</span>
                  <span className="block text-sm break-all text-muted">{id}</span>
                </Td>
                <Td label="E-mail address" className="break-all">
                  {email ?? "–"}
                </Td>
                <Td label="Acts for">
                  {memberships
                    .map((m) => `${m.name} (${ROLE_WORDS[m.role].name.toLowerCase()})`)
                    .join(", ") || "–"}
                </Td>
                <Td label="Here since">
                  <DateText at={createdAt} />
                </Td>
                <Td className="sm:text-right">
                  <TextLink href={`/operator/audit?actor=${id}`}>
                    Audit<span className="sr-only"> of {name ?? email ?? id}</span>
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
