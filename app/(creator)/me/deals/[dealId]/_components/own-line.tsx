import { read } from "@/app/_web/page";
import { myLineInDeal } from "@/modules/allocation/queries/own-share";
import type { MyDealDetail } from "@/modules/deals/contributor-schema";
import { LinkButton } from "@/ui/button";
import { MoneyText } from "@/ui/money";
import { NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Stat, Stats } from "@/ui/stat";

/** What of this deal is the reader's: once it is sealed, their amount and the way to its explanation. */
export async function OwnLine({ deal }: { deal: MyDealDetail }) {
  const line = deal.sealedAt === null ? null : await read(myLineInDeal, { dealId: deal.id });
  if (line === null)
    return (
      <Section title="Your line">
        <p className="text-muted">
          {deal.sealedAt === null
            ? "Once the deal is sealed, your own amount is here, step by step."
            : "Nothing of yours is in this deal’s split."}
        </p>
      </Section>
    );
  const refused = line.lines.length > 0 && line.lines.every((own) => own.outcome === "floor_not_met");
  return (
    <Section
      title="Your line"
      actions={
        <LinkButton href={`/me/payments/${line.allocationId}`} variant="secondary">
          Explain this payment
        </LinkButton>
      }
    >
      {refused ? (
        <p>The pool does not pay your price, so your items are not licensed and nothing of yours is used.</p>
      ) : (
        <Stats>
          <Stat
            label={
              line.standing === "posted"
                ? "Yours"
                : line.standing === "held"
                  ? "Held for you"
                  : "Yours, not yet on the books"
            }
            tone={line.standing === "posted" ? "good" : "waiting"}
            value={<MoneyText money={line.amount} />}
          />
          <Stat
            label="Items"
            value={<NumberText value={line.lines.reduce((sum, own) => sum + BigInt(own.rows), 0n)} />}
          />
        </Stats>
      )}
    </Section>
  );
}
