import Link from "next/link";
import { RUN_STATES } from "@/app/_allocation/words";
import { read } from "@/app/_web/page";
import { dealClearances } from "@/modules/clearance/queries";
import type { DealView } from "@/modules/deals/schema";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Empty } from "@/ui/empty";
import { InstantText, NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { clearAction } from "../_runs/actions";

/** Who may be licensed, and why: each clearance of the deal, newest first, and the button for the next. */
export async function ClearanceSection({ organisationId, deal }: { organisationId: string; deal: DealView }) {
  const { items } = await read(dealClearances, { dealId: deal.id, limit: 5 });
  const open = ["draft", "reported", "noticed"].includes(deal.state);
  const form = open && (
    <ActionForm action={clearAction.bind(null, { organisationId, dealId: deal.id })}>
      <SubmitButton variant={items.length === 0 ? "primary" : "secondary"} pendingText="Starting …">
        Clear as of now
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Section
      title="Clearance"
      id="clearance"
      lead="Every contributor’s terms, asked about this deal as of an instant: what is in, what is not, and why."
      actions={items.length > 0 && form}
    >
      {items.length === 0 ? (
        <Empty title="Not cleared yet" action={form || undefined}>
          Upload a manifest first. Clearing asks each contributor’s terms whether {deal.licensee.name} may
          have their items, and signs the answer.
        </Empty>
      ) : (
        <Table caption="Clearances of this deal, newest first">
          <THead>
            <Tr>
              <Th>As of</Th>
              <Th>State</Th>
              <Th numeric>In the licence</Th>
              <Th numeric>Refused</Th>
              <Th numeric>No answer</Th>
            </Tr>
          </THead>
          <TBody>
            {items.map((item) => (
              <Tr key={item.id}>
                <Td label="As of">
                  <Link href={`/o/${organisationId}/clearances/${item.id}`} className="text-accent underline">
                    <InstantText at={item.asOf} />
                  </Link>
                </Td>
                <Td label="State">
                  <Badge tone={RUN_STATES[item.state].tone}>{RUN_STATES[item.state].label}</Badge>
                </Td>
                {(["included", "refused", "unset"] as const).map((verdict) => (
                  <Td numeric key={verdict} label={verdict}>
                    {item.counts === null ? "–" : <NumberText value={item.counts[verdict].rows} />}
                  </Td>
                ))}
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </Section>
  );
}
