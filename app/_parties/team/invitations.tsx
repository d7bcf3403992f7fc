import type { z } from "zod";
import type { Invitation } from "@/modules/parties/schema";
import { ROLE_WORDS } from "@/modules/parties/words";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Dialog } from "@/ui/dialog";
import { Field, Input, RadioGroup } from "@/ui/field";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { invite, takeBack } from "./actions";
import { ROLE_OPTIONS } from "./role-options";

type InvitationItem = z.output<typeof Invitation>;

const STATES = {
  pending: { tone: "waiting", word: "Waiting" },
  accepted: { tone: "good", word: "Accepted" },
  revoked: { tone: "bad", word: "Taken back" },
  expired: { tone: "neutral", word: "Ran out" },
} as const;

type TableProps = { organisationId: string; invitations: readonly InvitationItem[]; mayManage: boolean };

export function InvitationsTable({ organisationId, invitations, mayManage }: TableProps) {
  return (
    <Table caption="Invitations">
      <THead>
        <Tr>
          <Th>Address</Th>
          <Th>Role</Th>
          <Th>Invited by</Th>
          <Th>Runs out</Th>
          <Th>State</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {invitations.map(({ id, email, role, invitedBy, expiresAt, state }) => (
          <Tr key={id}>
            <Td>{email}</Td>
            <Td label="Role">{ROLE_WORDS[role].name}</Td>
            <Td label="Invited by">{invitedBy}</Td>
            <Td label="Runs out">
              <DateText at={expiresAt} />
            </Td>
            <Td label="State">
              <Badge tone={STATES[state].tone}>{STATES[state].word}</Badge>
            </Td>
            <Td className="sm:text-right">
              {mayManage && state === "pending" && (
                <Dialog
                  trigger={
                    <>
                      Take back<span className="sr-only"> the invitation of {email}</span>
                    </>
                  }
                  title={`Take back the invitation of ${email}?`}
                  lead="Its link stops working at once."
                  variant="danger"
                  size="sm"
                >
                  <ActionForm action={takeBack}>
                    <input type="hidden" name="organisationId" value={organisationId} />
                    <input type="hidden" name="invitationId" value={id} />
                    <SubmitButton variant="danger" pendingText="Taking back…">
                      Take it back
                    </SubmitButton>
                  </ActionForm>
                </Dialog>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function InviteForm({ organisationId, isOwner }: { organisationId: string; isOwner: boolean }) {
  return (
    <ActionForm action={invite} success="The invitation is on its way.">
      <input type="hidden" name="organisationId" value={organisationId} />
      <Field label="E-mail address" name="email" required hint="They must sign in with this very address.">
        <Input name="email" type="email" autoComplete="off" maxLength={254} />
      </Field>
      <RadioGroup
        label="Role"
        name="role"
        required
        options={ROLE_OPTIONS.filter((option) => isOwner || option.value !== "owner")}
      />
      <SubmitButton pendingText="Inviting…">Invite</SubmitButton>
    </ActionForm>
  );
}
