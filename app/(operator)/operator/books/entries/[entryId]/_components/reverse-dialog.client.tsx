"use client";

import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Dialog } from "@/ui/dialog";
import { Field, Input } from "@/ui/field";
import { reverseEntryAction } from "../actions";

/** Says what a reversal does before it is done; it cannot be undone, only answered by another entry. */
export function ReverseDialog({ entryId, no }: { entryId: string; no: string }) {
  return (
    <Dialog
      trigger="Reverse"
      variant="danger"
      title={`Reverse entry ${no}?`}
      lead="A new entry with the sides exchanged is posted and names this one. Both stay in the books for good. It is refused when the money has moved on."
    >
      <ActionForm action={reverseEntryAction} success="Reversed. The new entry is in the journal.">
        <input type="hidden" name="entryId" value={entryId} />
        <Field label="Reason" name="reason" hint="Kept in the books and shown to those it touches." required>
          <Input name="reason" required minLength={3} maxLength={200} autoComplete="off" />
        </Field>
        <SubmitButton variant="danger" pendingText="Posting">
          Post the reversal
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
