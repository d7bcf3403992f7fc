import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Dialog } from "@/ui/dialog";
import { release } from "../actions";

/** Says what giving up changes and what it cannot undo, before it is done. */
export function ReleaseHandle({ handleId, proved }: { handleId: string; proved: boolean }) {
  return (
    <Dialog
      trigger={proved ? "Give up this handle" : "Drop this claim"}
      title={proved ? "Give up this handle?" : "Drop this claim?"}
      variant={proved ? "danger" : "secondary"}
      cancelLabel="Keep it"
      lead={
        proved
          ? "From now on its new money is unclaimed and the terms you set for it no longer count. What you were paid or are owed stays yours, and past deals stay as they were. You can claim and prove it again."
          : "The code that waits stops counting. You can claim it again at any time."
      }
    >
      <ActionForm action={release} className="flex flex-col gap-4">
        <input type="hidden" name="handleId" value={handleId} />
        <SubmitButton variant="danger" pendingText="One moment…">
          {proved ? "Give it up" : "Drop the claim"}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
