import Link from "next/link";
import { standingOf, WEIGHTING_WORDS } from "@/app/_allocation/words";
import { read } from "@/app/_web/page";
import { dealAllocations } from "@/modules/allocation/queries/allocation";
import { dealClearances } from "@/modules/clearance/queries";
import type { DealView } from "@/modules/deals/schema";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Empty } from "@/ui/empty";
import { MoneyText } from "@/ui/money";
import { BpsText, InstantText, NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { allocateAction } from "../_runs/actions";
import { WhatIfForm } from "./what-if-form";

/** How the money is divided: previews by the deal's rules, what-ifs by others, and the one that was sealed. */
export async function AllocationSection({
  organisationId,
  deal,
}: {
  organisationId: string;
  deal: DealView;
}) {
  const [{ items }, clearances] = await Promise.all([
    read(dealAllocations, { dealId: deal.id, limit: 8 }),
    read(dealClearances, { dealId: deal.id, limit: 5 }),
  ]);
  const cleared = clearances.items.some((item) => item.state === "succeeded");
  const open = cleared && ["draft", "reported", "noticed"].includes(deal.state);
  const action = allocateAction.bind(null, { organisationId, dealId: deal.id });
  const form = open && (
    <ActionForm action={action}>
      <SubmitButton variant={items.length === 0 ? "primary" : "secondary"} pendingText="Starting …">
        Preview the split
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Section
      title="Split"
      id="allocation"
      lead="Who gets how much, to the smallest unit of the currency. Nothing is final until a split is sealed."
      actions={items.length > 0 && form}
    >
      {items.length === 0 ? (
        <Empty title="Not split yet" action={form || undefined}>
          {cleared
            ? "Preview it by the deal’s rules, or try what others would give."
            : "Clear a manifest first: shares are computed from what is cleared."}
        </Empty>
      ) : (
        <Table caption="Splits of this deal, newest first">
          <THead>
            <Tr>
              <Th>Made</Th>
              <Th>State</Th>
              <Th>Rules</Th>
              <Th numeric>Contributors</Th>
              <Th numeric>Paid to them</Th>
            </Tr>
          </THead>
          <TBody>
            {items.map((item) => (
              <Tr key={item.id}>
                <Td label="Made">
                  <Link
                    href={`/o/${organisationId}/allocations/${item.id}`}
                    className="text-accent underline"
                  >
                    <InstantText at={item.createdAt} />
                  </Link>
                </Td>
                <Td label="State">
                  <Badge tone={standingOf(item).tone}>{standingOf(item).label}</Badge>
                </Td>
                <Td label="Rules">
                  {WEIGHTING_WORDS[item.rules.weighting].label},{" "}
                  <BpsText bps={item.rules.contributorShareBps} />
                </Td>
                <Td numeric label="Contributors">
                  {item.totals === null ? "–" : <NumberText value={item.totals.contributors} />}
                </Td>
                <Td numeric label="Paid to them">
                  {item.paid === null ? "–" : <MoneyText money={item.paid} />}
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
      {open && <WhatIfForm action={action} deal={deal} />}
    </Section>
  );
}
