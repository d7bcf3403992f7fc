import { useTranslations } from "next-intl";
import type { JobView } from "@/modules/jobs/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { cancelJobAction, retryJobAction } from "./actions";

/** "Cancel" while the job runs, for readers who may cancel it; "Start again" after a failure; nothing once it is done. */
export function JobControls({ job }: { job: JobView }) {
  const t = useTranslations("jobs");
  const live = job.state === "queued" || job.state === "running";
  if (!(live ? job.mayCancel : job.mayRetry)) return null;
  return (
    <ActionForm action={live ? cancelJobAction : retryJobAction}>
      <input type="hidden" name="jobId" value={job.id} />
      {live ? (
        <SubmitButton variant="secondary" pendingText={t("cancelling")}>
          {t("cancel")}
        </SubmitButton>
      ) : (
        <SubmitButton variant="secondary" pendingText={t("restarting")}>
          {t("restart")}
        </SubmitButton>
      )}
    </ActionForm>
  );
}
