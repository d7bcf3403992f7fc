import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunProgress } from "@/app/_jobs/job-progress";
import { Own } from "@/app/_manifests/bytes-text.client";
import { read } from "@/app/_web/page/page";
import { clearanceCoverage } from "@/modules/clearance/coverage";
import { clearance } from "@/modules/clearance/queries";
import { getDeal } from "@/modules/deals/queries";
import { LinkButton } from "@/ui/button/button";
import { Page, Section } from "@/ui/page/page";
import { InstantText } from "@/ui/text/numbers";
import { Certificate } from "./_components/certificate";
import { CoveragePart } from "./_components/coverage";
import { MoneyMeaning } from "./_components/money-meaning";
import { Reasons } from "./_components/reasons";

type Props = { params: Promise<{ organisationId: string; clearanceId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { clearanceId }] = await Promise.all([getTranslations("clearance"), params]);
  const { dealId } = await read(clearance, { clearanceId });
  return { title: `${t("title")}: ${(await read(getDeal, { dealId })).title}` };
}

/** One clearance: how far it covers the manifest, why what is out is out, what it means for the money, and the proof. */
export default async function ClearancePage({ params }: Props) {
  const [{ organisationId, clearanceId }, t] = await Promise.all([params, getTranslations("clearance")]);
  const view = await read(clearance, { clearanceId });
  const done = view.state === "succeeded";
  const [deal, coverage] = await Promise.all([
    read(getDeal, { dealId: view.dealId }),
    done ? read(clearanceCoverage, { clearanceId }) : null,
  ]);
  const home = `/o/${organisationId}`;
  return (
    <Page
      title={t("title")}
      lead={t.rich("lead", {
        deal: () => <Own>{deal.title}</Own>,
        at: () => <InstantText at={view.asOf} />,
      })}
      breadcrumbs={[
        { href: `${home}/deals`, label: t("deals") },
        { href: `${home}/deals/${deal.id}`, label: deal.title, own: true },
      ]}
      actions={done && <LinkButton href={`${home}/deals/${deal.id}#allocation`}>{t("toSplit")}</LinkButton>}
    >
      {!done && (
        <Section title={t("progress")} lead={t("progressLead")}>
          <RunProgress run={view} />
        </Section>
      )}
      {coverage && (
        <>
          <CoveragePart coverage={coverage} basis={view.basis} licensee={deal.licensee.name} of={view.id} />
          <MoneyMeaning
            of={view.id}
            coverage={coverage}
            amended={coverage.dealVersion !== view.dealVersion}
          />
          <Reasons of={view.id} coverage={coverage} />
          <Certificate view={view} home={home} isPlatform={organisationId === deal.platform.id} />
        </>
      )}
    </Page>
  );
}
