import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { moneyWaiting } from "@/modules/earnings/queries/waiting-money";
import { listMyHandles, listPlatforms } from "@/modules/handles/queries";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { ClaimForm } from "./_components/claim-form";
import { HandleTable } from "./_components/handle-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("works.handles");
  return { title: t("title") };
}

type Search = Promise<{ cursor?: string; q?: string; platform?: string; name?: string }>;

/** The names a person writes under: each with its state and what to do next, and claiming another. */
export default async function HandlesPage({ searchParams }: { searchParams: Search }) {
  const { cursor, q, platform, name } = await searchParams;
  const [t, handles, platforms, waiting] = await Promise.all([
    getTranslations("works"),
    read(listMyHandles, cursor === undefined ? {} : { cursor }),
    read(listPlatforms, { limit: 100, ...(q ? { q } : {}) }),
    read(moneyWaiting, {}),
  ]);
  return (
    <Page title={t("handles.title")} lead={t("handles.lead")}>
      <Section title={t("handles.claimed")}>
        {handles.items.length === 0 ? (
          <Empty
            title={t("handles.emptyTitle")}
            action={
              <LinkButton href="#claim" variant="secondary">
                {t("handles.emptyAction")}
              </LinkButton>
            }
          >
            {t("handles.empty")}
          </Empty>
        ) : (
          <HandleTable handles={handles.items} waiting={waiting.items} />
        )}
        <Pager
          nextHref={handles.nextCursor && `/me/handles?cursor=${handles.nextCursor}`}
          firstHref={cursor === undefined ? null : "/me/handles"}
        />
      </Section>
      <Section id="claim" title={t("claim.title")} lead={t("claim.lead")}>
        <ClaimForm
          platforms={platforms.items}
          search={q !== undefined || platforms.nextCursor !== null ? (q ?? "") : null}
          given={{ platform, name }}
        />
      </Section>
    </Page>
  );
}
