import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { heldSeats } from "@/modules/settlement/queries/held-seats";
import { Empty } from "@/ui/page/empty";
import { Page } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { DisputesNav } from "../_components/disputes-nav";
import { SeatsTable } from "./_components/seats-table";

const PATH = "/operator/disputes/seats";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operator"))("seats.title") };
}

/** Money held for author seats that nobody can accept any more, and the decision who gets it. */
export default async function GivenUpSeatsPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string }>;
}) {
  const t = await getTranslations("operator.seats");
  const { cursor } = await searchParams;
  const page = await read(heldSeats, cursor ? { cursor } : {});
  return (
    <Page title={t("title")} lead={t("lead")}>
      <DisputesNav current="seats" />
      {page.items.length === 0 ? (
        <Empty title={t("none")}>{t("noneWhy")}</Empty>
      ) : (
        <SeatsTable seats={page.items} />
      )}
      <Pager
        nextHref={page.nextCursor && `${PATH}?cursor=${page.nextCursor}`}
        firstHref={cursor ? PATH : null}
      />
    </Page>
  );
}
