import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Invitation } from "@/modules/parties/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input, RadioGroup } from "@/ui/input/field";
import { Dialog } from "@/ui/layer/dialog";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { DateText } from "@/ui/text/numbers";
import { invite, takeBack } from "./actions";
import { hidden } from "./members-table";
import { roleOptions } from "./role-options";

type InvitationItem = z.output<typeof Invitation>;

const TONES = { pending: "waiting", accepted: "good", revoked: "bad", expired: "neutral" } as const;

type TableProps = { organisationId: string; invitations: readonly InvitationItem[]; mayManage: boolean };

export function InvitationsTable({ organisationId, invitations, mayManage }: TableProps) {
  const t = useTranslations("parties");
  return (
    <Table caption={t("invitations.title")}>
      <THead>
        <Tr>
          <Th>{t("invitations.address")}</Th>
          <Th>{t("invitations.role")}</Th>
          <Th>{t("invitations.by")}</Th>
          <Th>{t("invitations.until")}</Th>
          <Th>{t("invitations.state")}</Th>
          <Th>
            <span className="sr-only">{t("team.actions")}</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {invitations.map(({ id, email, role, invitedBy, expiresAt, state }) => (
          <Tr key={id}>
            <Td translate="no">{email}</Td>
            <Td label={t("invitations.role")}>{t(`role.${role}.name`)}</Td>
            <Td label={t("invitations.by")}>
              <span translate="no">{invitedBy}</span>
            </Td>
            <Td label={t("invitations.until")}>
              <DateText at={expiresAt} />
            </Td>
            <Td label={t("invitations.state")}>
              <Badge tone={TONES[state]}>{t(`invitations.${state}`)}</Badge>
            </Td>
            <Td className="sm:text-right">
              {mayManage && state === "pending" && <TakeBack {...{ organisationId, id, email }} />}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function TakeBack({ organisationId, id, email }: { organisationId: string; id: string; email: string }) {
  const t = useTranslations("parties.invitations");
  return (
    <Dialog
      trigger={t.rich("takeBack", { email, hidden })}
      title={t("takeBackTitle", { email })}
      lead={t("takeBackLead")}
      variant="danger"
      size="sm"
    >
      <ActionForm action={takeBack}>
        <input type="hidden" name="organisationId" value={organisationId} />
        <input type="hidden" name="invitationId" value={id} />
        <SubmitButton variant="danger" pendingText={t("takingBack")}>
          {t("takeBackSubmit")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

export function InviteForm({ organisationId, isOwner }: { organisationId: string; isOwner: boolean }) {
  const t = useTranslations("parties");
  return (
    <ActionForm action={invite} success={t("invite.sent")}>
      <input type="hidden" name="organisationId" value={organisationId} />
      <Field label={t("invite.email")} name="email" required hint={t("invite.emailHint")}>
        <Input name="email" type="email" autoComplete="off" maxLength={254} />
      </Field>
      <RadioGroup label={t("team.role")} name="role" required options={roleOptions(t, isOwner)} />
      <SubmitButton pendingText={t("invite.sending")}>{t("invite.submit")}</SubmitButton>
    </ActionForm>
  );
}
