import type { z } from "zod";
import { ManifestState, RowCount } from "@/app/_manifests/manifest-cells";
import type { DealView } from "@/modules/deals/schema";
import type { ManifestSummary } from "@/modules/manifests/schema";
import { InstantText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

/** The newest files of rows over all deals: where each stands, and how many of its rows were taken. */
export function LatestManifests({
  base,
  manifests,
  deals,
}: {
  base: string;
  manifests: readonly z.output<typeof ManifestSummary>[];
  deals: readonly DealView[];
}) {
  return (
    <Table caption="Latest manifests">
      <THead>
        <Tr>
          <Th>File</Th>
          <Th>State</Th>
          <Th numeric>Rows</Th>
          <Th numeric>Accepted</Th>
          <Th>Uploaded</Th>
        </Tr>
      </THead>
      <TBody>
        {manifests.map((manifest) => (
          <Tr key={manifest.id}>
            <Td label="File">
              <TextLink href={`${base}/manifests/${manifest.id}`}>{manifest.fileName}</TextLink>
              <span className="block text-sm text-muted">
                {deals.find((deal) => deal.id === manifest.dealId)?.title}
              </span>
            </Td>
            <Td label="State">
              <ManifestState manifest={manifest} />
            </Td>
            <Td numeric label="Rows">
              <RowCount value={manifest.received} />
            </Td>
            <Td numeric label="Accepted">
              <RowCount value={manifest.accepted} />
            </Td>
            <Td label="Uploaded">
              <InstantText at={manifest.createdAt} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
