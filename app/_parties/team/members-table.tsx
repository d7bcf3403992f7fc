import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { ApiKey } from "@/modules/identity/schema";
import type { Member } from "@/modules/parties/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { RadioGroup } from "@/ui/input/field";
import { Dialog } from "@/ui/layer/dialog";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { DateText } from "@/ui/text/numbers";
import { Version } from "@/ui/text/version";
import { changeRole, leave, remove } from "./actions";
import { keysMadeBy } from "./keys-made";
import { roleOptions } from "./role-options";

type MemberItem = z.output<typeof Member>;
type Props = Readonly<{
  organisationId: string;
  members: readonly MemberItem[];
  keys: readonly z.output<typeof ApiKey>[];
  me: string | null;
  mayManage: boolean;
  isOwner: boolean;
}>;

/** Rest of a button's name for those who cannot see the row it is in. */
export const hidden = (chunks: ReactNode) => (
  <span translate="no" className="sr-only">
    {chunks}
  </span>
);

export function MembersTable({ organisationId, members, keys, me, mayManage, isOwner }: Props) {
  const t = useTranslations("parties");
  return (
    <Table caption={t("team.members")}>
      <THead>
        <Tr>
          <Th>{t("team.person")}</Th>
          <Th>{t("team.role")}</Th>
          <Th>{t("team.since")}</Th>
          <Th>
            <span className="sr-only">{t("team.actions")}</span>
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
                <span translate="no" className="font-medium">
                  {name}
                </span>
                {mine && <span className="text-muted"> {t("team.you")}</span>}
                {member.name !== null && (
                  <span translate="no" className="block text-sm text-muted">
                    {member.email}
                  </span>
                )}
              </Td>
              <Td label={t("team.role")}>{t(`role.${member.role}.name`)}</Td>
              <Td label={t("team.since")}>
                <DateText at={member.joinedAt} />
              </Td>
              <Td>
                <span className="flex flex-wrap gap-2 sm:justify-end">
                  {editable && <ChangeRole {...{ organisationId, member, name, isOwner }} />}
                  {mine && <Leave {...{ organisationId, personId: member.personId }} />}
                  {editable && !mine && (
                    <Remove
                      {...{ organisationId, personId: member.personId, name }}
                      keys={keysMadeBy(keys, member.personId)}
                    />
                  )}
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
  const t = useTranslations("parties");
  return (
    <Dialog
      trigger={t.rich("team.changeRole", { name, hidden })}
      title={t("team.roleOf", { name })}
      size="sm"
    >
      <ActionForm action={changeRole}>
        <input type="hidden" name="organisationId" value={organisationId} />
        <input type="hidden" name="personId" value={member.personId} />
        <Version value={member.version} />
        <RadioGroup
          label={t("team.role")}
          name="role"
          required
          defaultValue={member.role}
          options={roleOptions(t, isOwner)}
        />
        <SubmitButton pendingText={t("team.saving")}>{t("team.saveRole")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

type RemoveProps = { organisationId: string; personId: string; name: string; keys: readonly string[] };

function Remove({ organisationId, personId, name, keys }: RemoveProps) {
  const t = useTranslations("parties.team");
  return (
    <Dialog
      trigger={t.rich("remove", { name, hidden })}
      title={t("removeTitle", { name })}
      lead={t("removeLead")}
      variant="danger"
      size="sm"
    >
      {keys.length > 0 && (
        <p className="mb-4">
          {t("removeKeys")} <span translate="no">{keys.join(", ")}</span>
        </p>
      )}
      <ActionForm action={remove}>
        <input type="hidden" name="organisationId" value={organisationId} />
        <input type="hidden" name="personId" value={personId} />
        <SubmitButton variant="danger" pendingText={t("removing")}>
          {t("removeSubmit")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function Leave({ organisationId, personId }: { organisationId: string; personId: string }) {
  const t = useTranslations("parties.team");
  return (
    <Dialog trigger={t("leave")} title={t("leaveTitle")} lead={t("leaveLead")} variant="danger" size="sm">
      <ActionForm action={leave}>
        <input type="hidden" name="organisationId" value={organisationId} />
        <input type="hidden" name="personId" value={personId} />
        <SubmitButton variant="danger" pendingText={t("leaving")}>
          {t("leave")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
