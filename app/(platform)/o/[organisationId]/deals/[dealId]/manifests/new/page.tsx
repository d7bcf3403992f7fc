import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Own } from "@/app/_manifests/bytes-text.client";
import { read, readOrRefusal } from "@/app/_web/page/page";
import { getDeal } from "@/modules/deals/queries";
import { listMappingProfiles } from "@/modules/manifests/read/queries";
import { inspectUpload } from "@/modules/manifests/upload/manifest-from-upload";
import { waitingUploads } from "@/modules/manifests/upload/waiting-uploads";
import { Page } from "@/ui/page/page";
import { DiscardUpload } from "./_components/discard-upload";
import { Doubts } from "./_components/doubts";
import { Dropzone } from "./_components/dropzone.client";
import { MappingForm } from "./_components/mapping-form";
import { RefusedFile } from "./_components/refused-file";
import { Steps } from "./_components/steps";
import { WaitingUploads } from "./_components/waiting-uploads";
import { WhatARowNeeds } from "./_components/what-a-row-needs";

type Props = {
  params: Promise<{ organisationId: string; dealId: string }>;
  searchParams: Promise<{ upload?: string; encoding?: string; delimiter?: string; profile?: string }>;
};

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("manifests");
  return { title: t((await searchParams).upload === undefined ? "upload.title" : "mapping.title") };
}

/** First the bytes, then what the columns are. The finished upload is in the address, so a reload loses nothing. */
export default async function NewManifestPage({ params, searchParams }: Props) {
  const [{ organisationId, dealId }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("manifests"),
  ]);
  const deal = await read(getDeal, { dealId });
  const deals = `/o/${organisationId}/deals`;
  const breadcrumbs = [
    { href: deals, label: t("deals") },
    { href: `${deals}/${dealId}`, label: deal.title, own: true },
  ];
  if (asked.upload === undefined) {
    const { items } = await read(waitingUploads, { dealId });
    return (
      <Page breadcrumbs={breadcrumbs} title={t("upload.title")} lead={t("upload.lead")}>
        <Steps now="upload" />
        <ClientMessages namespaces={["manifests", "problems"]}>
          <Dropzone dealId={dealId} />
        </ClientMessages>
        <WaitingUploads uploads={items} organisationId={organisationId} dealId={dealId} />
        <WhatARowNeeds />
      </Page>
    );
  }
  const { items: profiles } = await read(listMappingProfiles, { organisationId });
  const profile = profiles.find(({ id }) => id === asked.profile) ?? null;
  const found = await readOrRefusal(inspectUpload, {
    uploadId: asked.upload,
    ...(asked.encoding ? { encoding: asked.encoding } : {}),
    ...(asked.delimiter ? { delimiter: asked.delimiter } : {}),
  });
  const place = { organisationId, dealId, uploadId: asked.upload };
  if (!found.ok)
    return (
      <Page breadcrumbs={breadcrumbs} title={t("refused.title")}>
        <Steps now="upload" />
        <RefusedFile
          place={place}
          message={found.message}
          asDeclared={Boolean(asked.encoding || asked.delimiter)}
        />
      </Page>
    );
  const inspection = found.value;
  const file = () => <Own>{inspection.fileName}</Own>;
  return (
    <Page
      breadcrumbs={breadcrumbs}
      title={t("mapping.title")}
      lead={t.rich("mapping.lead", { file })}
      actions={<DiscardUpload place={place} />}
    >
      <Steps now="columns" />
      <Doubts inspection={inspection} />
      <MappingForm
        organisationId={organisationId}
        inspection={inspection}
        profiles={profiles}
        profile={profile}
        declared={{ encoding: asked.encoding, delimiter: asked.delimiter }}
      />
    </Page>
  );
}
