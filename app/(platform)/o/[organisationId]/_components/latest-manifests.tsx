import type { z } from "zod";
import { MANIFEST_STATE_WORDS } from "@/app/_manifests/words";
import type { DealView } from "@/modules/deals/schema";
import type { ManifestSummary } from "@/modules/manifests/schema";
import { Badge } from "@/ui/badge";
import { InstantText, NumberText } from "@/ui/numbers";
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
              <span className="inline-flex flex-wrap gap-1.5">
                <Badge tone={MANIFEST_STATE_WORDS[manifest.state].tone}>
                  {MANIFEST_STATE_WORDS[manifest.state].label}
                </Badge>
                {manifest.dryRun && <Badge>Dry run</Badge>}
              </span>
            </Td>
            <Td numeric label="Rows">
              <Count value={manifest.received} />
            </Td>
            <Td numeric label="Accepted">
              <Count value={manifest.accepted} />
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

function Count({ value }: { value: string | null }) {
  return value === null ? <span className="text-muted">–</span> : <NumberText value={value} />;
}
