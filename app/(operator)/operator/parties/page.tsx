import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { searchOrganisations } from "@/modules/parties/queries/organisations";
import { Button, LinkButton } from "@/ui/button/button";
import { Field, Input, Select } from "@/ui/input/field";
import { Empty } from "@/ui/page/empty";
import { Page } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { OrganisationsTable } from "./_components/organisations-table";
import { PartiesNav } from "./_components/parties-nav";
import { searchOf } from "./_components/search-of";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operator"))("parties.title") };
}

const STATES = ["unverified", "verified", "suspended"] as const;
const KINDS = ["platform", "lab", "collective", "operator"] as const;
const PATH = "/operator/parties";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every organisation, to look up, verify or suspend. */
export default async function OperatorPartiesPage({ searchParams }: Props) {
  const t = await getTranslations("operator");
  const search = searchOf(await searchParams, ["q", "kind", "state", "cursor"]);
  const kind = KINDS.find((one) => one === search.kind);
  const state = STATES.find((one) => one === search.state);
  const filter = {
    ...(search.q ? { q: search.q } : {}),
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
  };
  const page = await read(searchOrganisations, {
    ...filter,
    ...(search.cursor ? { cursor: search.cursor } : {}),
  });
  const kept = new URLSearchParams(filter);
  const first = kept.size === 0 ? PATH : `${PATH}?${kept}`;
  if (page.nextCursor !== null) kept.set("cursor", page.nextCursor);
  const any = { value: "", label: t("parties.any") };
  return (
    <Page title={t("parties.title")} lead={t("parties.lead")}>
      <PartiesNav current="organisations" />
      <form method="get" action={PATH} className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="w-full sm:w-72">
          <Field label={t("parties.search")}>
            <Input name="q" type="search" defaultValue={search.q} />
          </Field>
        </div>
        <div className="w-[calc(50%-0.5rem)] sm:w-48">
          <Field label={t("parties.kind")}>
            <Select
              name="kind"
              defaultValue={kind ?? ""}
              options={[any, ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]}
            />
          </Field>
        </div>
        <div className="w-[calc(50%-0.5rem)] sm:w-48">
          <Field label={t("parties.state")}>
            <Select
              name="state"
              defaultValue={state ?? ""}
              options={[any, ...STATES.map((value) => ({ value, label: t(`partyState.${value}`) }))]}
            />
          </Field>
        </div>
        <Button variant="secondary">{t("parties.find")}</Button>
        {Object.keys(filter).length > 0 && (
          <LinkButton href={PATH} variant="quiet">
            {t("parties.clear")}
          </LinkButton>
        )}
      </form>
      {page.items.length === 0 ? (
        <Empty title={t("parties.noneFits")}>{t("parties.noneFitsWhy")}</Empty>
      ) : (
        <OrganisationsTable items={page.items} />
      )}
      <Pager nextHref={page.nextCursor && `${PATH}?${kept}`} firstHref={search.cursor ? first : null} />
    </Page>
  );
}
