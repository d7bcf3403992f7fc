import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { listMyWorks } from "@/modules/works/queries";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Page } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { WorkTable } from "./_components/work-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("works.works");
  return { title: t("title") };
}

/** The works this person registered or shares in. */
export default async function WorksPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const [t, works] = await Promise.all([
    getTranslations("works.works"),
    read(listMyWorks, cursor === undefined ? {} : { cursor }),
  ]);
  const registering = <LinkButton href="/me/works/new">{t("register")}</LinkButton>;
  return (
    <Page title={t("title")} lead={t("lead")} actions={works.items.length > 0 && registering}>
      {works.items.length === 0 ? (
        <Empty title={t("emptyTitle")} action={registering}>
          {t("empty")}
        </Empty>
      ) : (
        <div>
          <WorkTable works={works.items} />
          <Pager
            nextHref={works.nextCursor && `/me/works?cursor=${works.nextCursor}`}
            firstHref={cursor === undefined ? null : "/me/works"}
          />
        </div>
      )}
    </Page>
  );
}
