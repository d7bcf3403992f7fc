import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { read } from "@/app/_web/page/page";
import { listExports } from "@/modules/exports/queries";
import type { PersonExport } from "@/modules/exports/schema";
import { buttonClass } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import type { Tone } from "@/ui/page/banner";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { instantString } from "@/ui/text/format";
import { DateText, InstantText } from "@/ui/text/numbers";
import { makeExport } from "../actions";
import { Refresh } from "./refresh.client";

export async function generateMetadata() {
  return { title: (await getTranslations("settings.export"))("title") };
}

type Copy = z.output<typeof PersonExport>;

const TONES: Record<Copy["state"], Tone> = {
  queued: "neutral",
  running: "waiting",
  succeeded: "good",
  failed: "bad",
  cancelled: "neutral",
  expired: "neutral",
};

/** A person's own copies of what is kept about them: ask for one, download it for seven days. */
export default async function ExportPage() {
  const [t, ts, copies] = await Promise.all([
    getTranslations("settings.export"),
    getTranslations("settings"),
    read(listExports, {}),
  ]);
  return (
    <Page title={t("title")} lead={t("lead")} breadcrumbs={[{ href: "/me/settings", label: ts("title") }]}>
      <Section title={t("what")}>
        <p className="max-w-[68ch]">{t("whatBody")}</p>
        <ActionForm action={makeExport} success={t("started")}>
          <SubmitButton pendingText={t("making")}>{t("make")}</SubmitButton>
        </ActionForm>
      </Section>
      <Section title={t("list")}>
        {copies.items.some(({ state }) => state === "queued" || state === "running") && <Refresh />}
        {copies.items.length === 0 ? (
          <Empty title={t("emptyTitle")}>{t("emptyBody")}</Empty>
        ) : (
          <Copies items={copies.items} />
        )}
      </Section>
    </Page>
  );
}

async function Copies({ items }: { items: readonly Copy[] }) {
  const [t, locale] = await Promise.all([getTranslations("settings.export"), getLocale()]);
  return (
    <Table caption={t("list")}>
      <THead>
        <Tr>
          <Th>{t("asked")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("until")}</Th>
          <Th>
            <span className="sr-only">{t("download")}</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {items.map(({ id, state, askedAt, keptUntil }) => (
          <Tr key={id}>
            <Td label={t("asked")}>
              <InstantText at={askedAt} />
            </Td>
            <Td label={t("state")}>
              <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
            </Td>
            <Td label={t("until")}>{keptUntil === null ? "–" : <DateText at={keptUntil} />}</Td>
            <Td className="sm:text-right">
              {state === "succeeded" && (
                <a
                  href={`/api/v1/me/exports/${id}/file`}
                  download
                  aria-label={t("downloadOf", { date: instantString(askedAt, locale) })}
                  className={buttonClass("secondary", "sm")}
                >
                  {t("download")}
                </a>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
