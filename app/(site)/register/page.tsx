import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { lookUpPlatforms } from "@/modules/lookup/look-up";
import { listRegister } from "@/modules/lookup/register";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Page } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { pageMetadata } from "../_components/page-metadata";
import { type RegisterFilter, RegisterFilters } from "./_components/register-filters";
import { RegisterTable } from "./_components/register-table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("register");
  const index = Object.keys(await searchParams).length === 0;
  return pageMetadata({ title: t("title"), description: t("description"), path: "/register", index });
}

const addressOf = (filter: RegisterFilter, cursor?: string) => {
  const set = Object.entries({ ...filter, cursor: cursor ?? "" }).filter(([, value]) => value !== "");
  return set.length === 0 ? "/register" : `/register?${new URLSearchParams(set)}`;
};

/** Every sealed deal. Filters and pages are in the address. */
export default async function RegisterPage({ searchParams }: Props) {
  const [t, given, platforms] = await Promise.all([
    getTranslations("register"),
    searchParams,
    read(lookUpPlatforms, {}),
  ]);
  const one = (name: string) => [given[name]].flat()[0] ?? "";
  const filter = {
    q: one("q"),
    platform: one("platform"),
    use: one("use"),
    weights: one("weights"),
    sort: one("sort"),
  };
  const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
  const cursor = one("cursor");
  const page = await read(listRegister, { ...set, ...(cursor ? { cursor } : {}) });
  const active = Object.keys(set).length > 0;
  return (
    <Page title={t("title")} lead={t("lead")}>
      {(page.items.length > 0 || active) && (
        <RegisterFilters filter={filter} active={active} platforms={platforms.items} />
      )}
      {page.items.length === 0 ? (
        <Nothing filtered={active} />
      ) : (
        <div>
          <RegisterTable items={page.items} />
          <Pager
            nextHref={page.nextCursor === null ? null : addressOf(filter, page.nextCursor)}
            firstHref={cursor ? addressOf(filter) : null}
          />
        </div>
      )}
    </Page>
  );
}

async function Nothing({ filtered }: { filtered: boolean }) {
  const t = await getTranslations("register.empty");
  return (
    <Empty
      title={filtered ? t("filteredTitle") : t("title")}
      action={
        <LinkButton variant="secondary" href={filtered ? "/register" : "/how-it-works"}>
          {filtered ? t("filteredAct") : t("act")}
        </LinkButton>
      }
    >
      {filtered ? t("filteredText") : t("text")}
    </Empty>
  );
}
