import type { Metadata } from "next";
import { DealChanges } from "@/app/_deals/deal-changes";
import { DealMoney } from "@/app/_deals/deal-money";
import { DealStateBadge } from "@/app/_deals/deal-state-badge";
import { DealTerms } from "@/app/_deals/deal-terms";
import { read } from "@/app/_web/page";
import { getMyDeal } from "@/modules/deals/contributor-queries";
import type { MyDealDetail } from "@/modules/deals/contributor-schema";
import { InstantText } from "@/ui/numbers";
import { Page, Section } from "@/ui/page";
import { AnswerSection } from "./_components/answer-section";
import { OwnLine } from "./_components/own-line";

type Props = { params: Promise<{ dealId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dealId } = await params;
  return { title: (await read(getMyDeal, { dealId })).title };
}

/** One deal as a contributor sees it: who buys what for how much, how they stand, what they can still say. */
export default async function MyDeal({ params }: Props) {
  const { dealId } = await params;
  const deal = await read(getMyDeal, { dealId });
  return (
    <Page
      title={deal.title}
      lead={
        <>
          <DealStateBadge state={deal.state} />{" "}
          <span>
            {deal.platform.name} licenses what its contributors posted to {deal.licensee.name}.
          </span>
        </>
      }
      breadcrumbs={[{ href: "/me/deals", label: "Deals" }]}
    >
      <AnswerSection deal={deal} now={new Date()} />
      <OwnLine deal={deal} />
      <Section title="The money" lead="What the licensee pays, and where all of it goes.">
        <DealMoney deal={deal} />
      </Section>
      <Section title="What the licensee may do">
        <DealTerms deal={deal} />
      </Section>
      {deal.amendments.length > 0 && (
        <Amendments amendments={deal.amendments} currency={deal.gross.currency} />
      )}
    </Page>
  );
}

function Amendments({ amendments, currency }: { amendments: MyDealDetail["amendments"]; currency: string }) {
  return (
    <Section title="What changed since you were told">
      <ol className="flex flex-col gap-8">
        {amendments.map((amendment) => (
          <li key={amendment.version}>
            <p className="font-medium">{amendment.note}</p>
            <p className="mb-3 text-sm text-muted">
              <InstantText at={amendment.at} />
              {amendment.restarted && ". The notice started anew; whoever had joined was asked again."}
            </p>
            <DealChanges changes={amendment.changes} currency={currency} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
