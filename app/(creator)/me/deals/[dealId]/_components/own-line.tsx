import type { MyDealDetail } from "@/modules/deals/contributor-schema";
import { Section } from "@/ui/page";

export async function OwnLine({ deal }: { deal: MyDealDetail }) {
  return (
    <Section title="Your line">
      <p className="text-muted">
        {deal.sealedAt === null
          ? "Once the deal is sealed, your own amount is here, step by step."
          : "Nothing of yours is in this deal’s split."}
      </p>
    </Section>
  );
}
