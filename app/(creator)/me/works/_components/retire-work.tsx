import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Dialog } from "@/ui/dialog";
import { retire } from "../actions";

export function RetireWork({ workId }: { workId: string }) {
  return (
    <Dialog
      trigger="Retire this work"
      title="Retire this work?"
      variant="danger"
      cancelLabel="Keep it"
      lead="From now on its own terms and splits stop counting, and those of your handle count for it again. Past deals stay as they were computed. It cannot be brought back, but you can register the work anew, with other authors or shares."
    >
      <ActionForm action={retire} className="flex flex-col gap-4">
        <input type="hidden" name="workId" value={workId} />
        <SubmitButton variant="danger" pendingText="Retiring…">
          Retire it
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
