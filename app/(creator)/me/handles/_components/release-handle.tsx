import { useTranslations } from "next-intl";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Dialog } from "@/ui/layer/dialog";
import { release } from "../actions";

/** Says what giving up changes and what it cannot undo, before it is done. */
export function ReleaseHandle({ handleId, proved }: { handleId: string; proved: boolean }) {
  const t = useTranslations("works.release");
  return (
    <Dialog
      trigger={t(proved ? "give" : "drop")}
      title={t(proved ? "giveTitle" : "dropTitle")}
      variant={proved ? "danger" : "secondary"}
      cancelLabel={t("keep")}
      lead={t(proved ? "giveLead" : "dropLead")}
    >
      <ActionForm action={release} className="flex flex-col gap-4">
        <input type="hidden" name="handleId" value={handleId} />
        <SubmitButton variant="danger" pendingText={t("pending")}>
          {t(proved ? "giveDo" : "dropDo")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
