import Link from "next/link";
import { ManifestState, RowCount } from "@/app/_manifests/manifest-cells";
import { bytesText } from "@/app/_manifests/words";
import { read } from "@/app/_web/page";
import type { DealView } from "@/modules/deals/schema";
import { listManifests } from "@/modules/manifests/queries";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { InstantText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

const OPEN_STATES = ["draft", "reported", "noticed"];

/** The files of rows sent for a deal, newest first. A licensee's members see no manifest, so the section is not there for them. */
export async function ManifestsSection({ organisationId, deal }: { organisationId: string; deal: DealView }) {
  if (deal.platform.id !== organisationId) return null;
  const { items } = await read(listManifests, { dealId: deal.id, limit: 20 });
  const upload = OPEN_STATES.includes(deal.state) && (
    <LinkButton
      href={`/o/${organisationId}/deals/${deal.id}/manifests/new`}
      variant={items.length === 0 ? "primary" : "secondary"}
    >
      Upload a manifest
    </LinkButton>
  );
  return (
    <Section
      title="Manifests"
      id="manifests"
      lead={`The list of items that are licensed to ${deal.licensee.name}. Clearance and shares use the newest one that is ready.`}
      actions={items.length > 0 && upload}
    >
      {items.length === 0 ? (
        <Empty title="No manifest yet" action={upload}>
          One row an item: who wrote it, where it is, when, and how long it is. CSV, JSON Lines or Parquet.
        </Empty>
      ) : (
        <Table caption={<span className="sr-only">Manifests of this deal, newest first</span>}>
          <THead>
            <Tr>
              <Th>File</Th>
              <Th>State</Th>
              <Th numeric>Received</Th>
              <Th numeric>Accepted</Th>
              <Th numeric>Rejected</Th>
              <Th>Uploaded</Th>
            </Tr>
          </THead>
          <TBody>
            {items.map((manifest) => (
              <Tr key={manifest.id}>
                <Td label="File">
                  <Link
                    href={`/o/${organisationId}/manifests/${manifest.id}`}
                    className="font-medium text-accent underline-offset-4 hover:underline"
                  >
                    {manifest.fileName}
                  </Link>
                  <span className="block text-sm text-muted">{bytesText(manifest.bytes)}</span>
                </Td>
                <Td label="State">
                  <ManifestState manifest={manifest} />
                </Td>
                <Td numeric label="Received">
                  <RowCount value={manifest.received} />
                </Td>
                <Td numeric label="Accepted">
                  <RowCount value={manifest.accepted} />
                </Td>
                <Td numeric label="Rejected">
                  <RowCount value={manifest.rejected} />
                </Td>
                <Td label="Uploaded">
                  <InstantText at={manifest.createdAt} />
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </Section>
  );
}
