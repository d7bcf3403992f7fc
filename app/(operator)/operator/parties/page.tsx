import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { searchOrganisations } from "@/modules/parties/queries/organisations";
import { Button } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Field, Input, Select } from "@/ui/field";
import { Page } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { OrganisationsTable } from "./_components/organisations-table";
import { PartiesNav } from "./_components/parties-nav";
import { searchOf } from "./_components/search-of";

export const metadata: Metadata = { title: "Parties" };

const STATES = ["unverified", "verified", "suspended"] as const;
const KINDS = ["platform", "lab", "collective", "operator"] as const;
const pick = <T extends string>(values: readonly T[], value: string | undefined) =>
  values.find((one) => one === value);
const PATH = "/operator/parties";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OperatorPartiesPage({ searchParams }: Props) {
  const { q, kind, state, cursor } = searchOf(await searchParams, ["q", "kind", "state", "cursor"]);
  const filter = { q, kind: pick(KINDS, kind), state: pick(STATES, state) };
  const page = await read(searchOrganisations, { ...filter, cursor });
  const kept = new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const first = kept.size === 0 ? PATH : `${PATH}?${kept}`;
  if (page.nextCursor !== null) kept.set("cursor", page.nextCursor);
  return (
    <Page
      title="Parties"
      lead="Who takes part in this instance. Organisations are verified here before others rely on them."
    >
      <PartiesNav current="organisations" />
      <form method="get" action={PATH} className="grid items-end gap-4 sm:grid-cols-[2fr_1fr_1fr_auto]">
        <Field label="Name, host or id">
          <Input name="q" type="search" defaultValue={q} />
        </Field>
        <Field label="Kind">
          <Select name="kind" defaultValue={kind ?? ""} options={anyOf(KINDS)} />
        </Field>
        <Field label="State">
          <Select name="state" defaultValue={state ?? ""} options={anyOf(STATES)} />
        </Field>
        <Button variant="secondary">Search</Button>
      </form>
      {page.items.length === 0 ? (
        <Empty title="No organisation fits">Search by less of the name, or by another state.</Empty>
      ) : (
        <OrganisationsTable items={page.items} />
      )}
      <Pager
        nextHref={page.nextCursor && `${PATH}?${kept}`}
        firstHref={cursor === undefined ? null : first}
      />
    </Page>
  );
}

const anyOf = (values: readonly string[]) => [
  { value: "", label: "Any" },
  ...values.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
];
