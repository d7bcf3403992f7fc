import { useTranslations } from "next-intl";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Dialog } from "@/ui/layer/dialog";
import { retire } from "../actions";

/** Cannot be brought back, so it is asked for once more, with what follows. */
export function RetireWork({ workId }: { workId: string }) {
  const t = useTranslations("works.retire");
  return (
    <Dialog
      trigger={t("trigger")}
      title={t("title")}
      variant="danger"
      cancelLabel={t("keep")}
      lead={t("lead")}
    >
      <ActionForm action={retire} className="flex flex-col gap-4">
        <input type="hidden" name="workId" value={workId} />
        <SubmitButton variant="danger" pendingText={t("pending")}>
          {t("do")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
