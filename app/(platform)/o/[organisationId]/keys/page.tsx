import type { Metadata } from "next";
import { KeysPanel } from "@/app/_parties/keys/keys-panel";
import { Page } from "@/ui/page";

export const metadata: Metadata = { title: "API keys" };

export default async function OrganisationKeysPage({
  params,
}: {
  params: Promise<{ organisationId: string }>;
}) {
  const { organisationId } = await params;
  return (
    <Page
      title="API keys"
      lead="For the organisation's programs. A key stays when the person who made it leaves; revoke what is not used."
    >
      <KeysPanel organisationId={organisationId} />
    </Page>
  );
}
