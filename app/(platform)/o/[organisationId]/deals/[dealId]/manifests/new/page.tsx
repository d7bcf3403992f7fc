import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { getDeal } from "@/modules/deals/queries";
import { inspectUpload } from "@/modules/manifests/manifest-from-upload";
import { listMappingProfiles } from "@/modules/manifests/queries";
import { Page } from "@/ui/page";
import { Dropzone } from "./_components/dropzone.client";
import { MappingForm } from "./_components/mapping-form";

export const metadata: Metadata = { title: "Upload a manifest" };

type Props = {
  params: Promise<{ organisationId: string; dealId: string }>;
  searchParams: Promise<{ upload?: string; encoding?: string; delimiter?: string; profile?: string }>;
};

/** First the bytes, then what the columns are. The finished upload is in the address, so a reload loses nothing. */
export default async function NewManifestPage({ params, searchParams }: Props) {
  const [{ organisationId, dealId }, asked] = await Promise.all([params, searchParams]);
  const deal = await read(getDeal, { dealId });
  const shell = {
    breadcrumbs: [
      { href: `/o/${organisationId}/deals`, label: "Deals" },
      { href: `/o/${organisationId}/deals/${dealId}`, label: deal.title },
    ],
  };
  if (asked.upload === undefined) {
    return (
      <Page
        {...shell}
        title="Upload a manifest"
        lead="The list of items of this deal: one row an item. Nothing is counted until you have seen how the columns were understood."
      >
        <Dropzone dealId={dealId} />
      </Page>
    );
  }
  const { items: profiles } = await read(listMappingProfiles, { organisationId });
  const profile = profiles.find(({ id }) => id === asked.profile) ?? null;
  const inspection = await read(inspectUpload, {
    uploadId: asked.upload,
    ...(asked.encoding ? { encoding: asked.encoding } : {}),
    ...(asked.delimiter ? { delimiter: asked.delimiter as "," } : {}),
  });
  return (
    <Page
      {...shell}
      title="What is in the file"
      lead={`${inspection.fileName} is uploaded. Say which column is what.`}
    >
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
