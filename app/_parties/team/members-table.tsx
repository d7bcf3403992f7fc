import type { z } from "zod";
import type { Member } from "@/modules/parties/schema";
import { ROLE_WORDS } from "@/modules/parties/words";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Dialog } from "@/ui/dialog";
import { RadioGroup } from "@/ui/field";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { changeRole, leave, remove } from "./actions";
import { ROLE_OPTIONS } from "./role-options";

type MemberItem = z.output<typeof Member>;
type Props = Readonly<{
  organisationId: string;
  members: readonly MemberItem[];
  me: string | null;
  mayManage: boolean;
  isOwner: boolean;
}>;

export function MembersTable({ organisationId, members, me, mayManage, isOwner }: Props) {
  return (
    <Table caption="Members">
      <THead>
        <Tr>
          <Th>Person</Th>
          <Th>Role</Th>
          <Th>Member since</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {members.map((member) => {
          const mine = member.personId === me;
          const name = member.name ?? member.email ?? member.personId;
          const editable = mayManage && (isOwner || member.role !== "owner");
          return (
            <Tr key={member.personId}>
              <Td>
                <span className="font-medium">{name}</span>
                {mine && <span className="text-muted"> (you)</span>}
                {member.name !== null && <span className="block text-sm text-muted">{member.email}</span>}
              </Td>
              <Td label="Role">{ROLE_WORDS[member.role].name}</Td>
              <Td label="Member since">
                <DateText at={member.joinedAt} />
              </Td>
              <Td>
                <span className="flex flex-wrap gap-2 sm:justify-end">
                  {editable && <ChangeRole {...{ organisationId, member, name, isOwner }} />}
                  {mine && <Leave {...{ organisationId, personId: member.personId }} />}
                  {editable && !mine && <Remove {...{ organisationId, personId: member.personId, name }} />}
                </span>
              </Td>
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}

type ChangeProps = { organisationId: string; member: MemberItem; name: string; isOwner: boolean };

function ChangeRole({ organisationId, member, name, isOwner }: ChangeProps) {
  return (
    <Dialog trigger={<Named act="Role" name={name} />} title={`Role of ${name}`} size="sm">
      <ActionForm action={changeRole}>
        <input type="hidden" name="organisationId" value={organisationId} />
        <input type="hidden" name="personId" value={member.personId} />
        <RadioGroup
          label="Role"
          name="role"
          required
          defaultValue={member.role}
          options={ROLE_OPTIONS.filter((option) => isOwner || option.value !== "owner")}
        />
        <SubmitButton pendingText="Saving…">Save the role</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function Remove({
  organisationId,
  personId,
  name,
}: {
  organisationId: string;
  personId: string;
  name: string;
}) {
  return (
    <Dialog
      trigger={<Named act="Remove" name={name} />}
      title={`Remove ${name}?`}
      lead="They lose access at once. What they did stays in the audit; keys they made go on working until revoked."
      variant="danger"
      size="sm"
    >
      <ActionForm action={remove}>
        <input type="hidden" name="organisationId" value={organisationId} />
        <input type="hidden" name="personId" value={personId} />
        <SubmitButton variant="danger" pendingText="Removing…">
          Remove
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function Leave({ organisationId, personId }: { organisationId: string; personId: string }) {
  return (
    <Dialog
      trigger="Leave"
      title="Leave this organisation?"
      lead="You lose access at once. To come back you have to be invited again."
      variant="danger"
      size="sm"
    >
      <ActionForm action={leave}>
        <input type="hidden" name="organisationId" value={organisationId} />
        <input type="hidden" name="personId" value={personId} />
        <SubmitButton variant="danger" pendingText="Leaving…">
          Leave
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

const Named = ({ act, name }: { act: string; name: string }) => (
  <>
    {act}
    <span className="sr-only"> of {name}</span>
  </>
);
