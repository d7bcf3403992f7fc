import type { DealView } from "@/modules/deals/schema";
import { Empty } from "@/ui/empty";
import { Section } from "@/ui/page";

export async function ClearanceSection({ deal }: { organisationId: string; deal: DealView }) {
  return (
    <Section title="Clearance" id="clearance">
      <Empty title="Not cleared yet">Which items may go, and why, to {deal.licensee.name}.</Empty>
    </Section>
  );
}
