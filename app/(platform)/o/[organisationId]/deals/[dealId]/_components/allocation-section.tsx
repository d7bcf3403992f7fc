import type { DealView } from "@/modules/deals/schema";
import { Empty } from "@/ui/empty";
import { Section } from "@/ui/page";

export async function AllocationSection({ deal }: { organisationId: string; deal: DealView }) {
  return (
    <Section title="Split" id="allocation">
      <Empty title="Not split yet">Who gets how much of what is paid by {deal.licensee.name}.</Empty>
    </Section>
  );
}
