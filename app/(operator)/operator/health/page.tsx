import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { readInstanceHealth } from "@/modules/system/read-instance-health";
import { Banner } from "@/ui/page/banner";
import { Page, Section } from "@/ui/page/page";
import { DoctorReport } from "./_components/doctor-report";
import { FailedSteps } from "./_components/failed-steps";
import { PartsTable } from "./_components/parts-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operator"))("health.title") };
}

/** Whether everything this instance needs answers now, and what the last look at its invariants found. */
export default async function HealthPage() {
  const t = await getTranslations("operator.health");
  const health = await read(readInstanceHealth, {});
  return (
    <Page title={t("title")} lead={t("lead")}>
      {health.faults.length === 0 ? (
        <Banner tone="good" title={t("allWell")} />
      ) : (
        <Banner tone="bad" title={t("notWell", { n: health.faults.length })}>
          {t("notWellWhy")}
        </Banner>
      )}
      <Section title={t("parts")} lead={t("partsLead")}>
        <PartsTable health={health} />
      </Section>
      <Section title={t("deliveries.title")} lead={t("deliveries.lead")}>
        <FailedSteps deliveries={health.deliveries} now={health.at} />
      </Section>
      <Section title={t("doctor.title")} lead={t("doctor.lead")}>
        <DoctorReport run={health.doctor} now={health.at} />
      </Section>
    </Page>
  );
}
