import type { z } from "zod";
import { StateBadge } from "@/app/_parties/state-badge";
import type { OrganisationPage } from "@/modules/parties/schema";
import { KIND_WORDS } from "@/modules/parties/words";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Dialog } from "@/ui/dialog";
import { Field, RadioGroup, Textarea } from "@/ui/field";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";
import { setState } from "../actions";

type Item = z.output<typeof OrganisationPage>["items"][number];

const CHOICES = [
  { value: "verified", label: "Verified", hint: "You know who they are, and that the host is theirs." },
  {
    value: "unverified",
    label: "Not yet verified",
    hint: "They can prepare; you have not looked, or look again.",
  },
  { value: "suspended", label: "Suspended", hint: "Their people and keys can read, and change nothing." },
];

export function OrganisationsTable({ items }: { items: readonly Item[] }) {
  return (
    <Table caption="Organisations">
      <THead>
        <Tr>
          <Th>Organisation</Th>
          <Th>Kind</Th>
          <Th>Host</Th>
          <Th>Here since</Th>
          <Th>State</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td>
              <TextLink href={`/o/${item.id}`}>{item.name}</TextLink>
              <span className="block text-sm break-all text-muted">{item.id}</span>
            </Td>
            <Td label="Kind">{KIND_WORDS[item.kind].name}</Td>
            <Td label="Host">{item.host ?? <span className="text-muted">–</span>}</Td>
            <Td label="Here since">
              <DateText at={item.createdAt} />
            </Td>
            <Td label="State">
              <StateBadge state={item.state} />
            </Td>
            <Td className="sm:text-right">{item.kind !== "operator" && <SetState item={item} />}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function SetState({ item }: { item: Item }) {
  return (
    <Dialog
      trigger={
        <>
          State<span className="sr-only"> of {item.name}</span>
        </>
      }
      title={`State of ${item.name}`}
      size="sm"
    >
      <ActionForm action={setState} success="Saved.">
        <input type="hidden" name="organisationId" value={item.id} />
        <RadioGroup label="State" name="state" required defaultValue={item.state} options={CHOICES} />
        <Field label="Why" name="reason" required hint="Kept in the audit.">
          <Textarea name="reason" rows={3} maxLength={4000} />
        </Field>
        <SubmitButton pendingText="Saving…">Save the state</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
