import type { DealView } from "@/modules/deals/schema";
import { Empty } from "@/ui/empty";
import { Section } from "@/ui/page";

export async function ManifestsSection({ deal }: { organisationId: string; deal: DealView }) {
  return (
    <Section title="Manifests" id="manifests">
      <Empty title="No manifest yet">The list of items that are licensed to {deal.licensee.name}.</Empty>
    </Section>
  );
}
