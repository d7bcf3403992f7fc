import { useTranslations } from "next-intl";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input } from "@/ui/input/field";
import { Dialog } from "@/ui/layer/dialog";
import { reverseEntryAction } from "../actions";

/** Says what a reversal does before it is done; it cannot be undone, only answered by another entry. */
export function ReverseDialog({ entryId, no }: { entryId: string; no: string }) {
  const t = useTranslations("books.reverse");
  return (
    <Dialog
      trigger={t("trigger")}
      variant="danger"
      title={t("title", { no })}
      lead={`${t("lead")} ${t("long")}`}
    >
      <ActionForm action={reverseEntryAction} success={t("done")}>
        <input type="hidden" name="entryId" value={entryId} />
        <Field label={t("reason")} name="reason" hint={t("reasonHint")} required>
          <Input name="reason" required minLength={3} autoComplete="off" />
        </Field>
        <SubmitButton variant="danger" pendingText={t("pending")}>
          {t("submit")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
