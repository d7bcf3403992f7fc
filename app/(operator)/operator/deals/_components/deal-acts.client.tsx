"use client";
import type { ReactNode } from "react";
import type { DealView } from "@/modules/deals/schema";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Dialog } from "@/ui/dialog";
import { Field, Input, Textarea } from "@/ui/field";
import { MoneyText } from "@/ui/money";
import { confirmFundingAction, disputeDealAction, endDisputeAction } from "../actions";

type Props = { deal: Pick<DealView, "id" | "title" | "gross" | "licensee" | "allowedActs"> };

/** What the operator can do with a deal in its present state: at most one of funding it, freezing it, letting it go on. */
export function DealActs({ deal }: Props) {
  const may = (act: DealView["allowedActs"][number]) => deal.allowedActs.includes(act);
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {may("fund") && <Fund deal={deal} />}
      {may("dispute") && (
        <Noted
          trigger="Dispute"
          title="Freeze this deal?"
          lead="Until the dispute ends nothing is sealed, funded, posted or cancelled. The platform and the licensee read the reason."
          label="What is disputed"
          action={disputeDealAction.bind(null, deal.id)}
        />
      )}
      {may("undispute") && (
        <Noted
          trigger="End the dispute"
          title="Let this deal go on?"
          lead="It goes back to the state it was disputed in, and work that stood still goes on."
          label="How it ended"
          action={endDisputeAction.bind(null, deal.id)}
        />
      )}
    </div>
  );
}

function Fund({ deal }: Props) {
  return (
    <Dialog
      trigger="Confirm payment"
      title="Has the money arrived?"
      lead={
        <>
          <MoneyText money={deal.gross} /> from {deal.licensee.name} for “{deal.title}”. Confirm only what
          stands on the bank statement, to the last unit: every contributor’s share goes on the books at once.
        </>
      }
      variant="primary"
      size="sm"
    >
      {(close) => (
        <ActionForm
          action={confirmFundingAction.bind(null, deal.id)}
          onDone={(result) => result.ok && close()}
        >
          <Field
            label="The bank’s reference"
            name="reference"
            hint="So that the books can be traced to the statement."
            required
          >
            <Input name="reference" maxLength={200} autoComplete="off" />
          </Field>
          <SubmitButton>Confirm the payment</SubmitButton>
        </ActionForm>
      )}
    </Dialog>
  );
}

function Noted({
  trigger,
  title,
  lead,
  label,
  action,
}: {
  trigger: string;
  title: string;
  lead: ReactNode;
  label: string;
  action: Parameters<typeof ActionForm>[0]["action"];
}) {
  return (
    <Dialog trigger={trigger} title={title} lead={lead} size="sm">
      {(close) => (
        <ActionForm action={action} onDone={(result) => result.ok && close()}>
          <Field label={label} name="note" required>
            <Textarea name="note" rows={3} maxLength={1000} />
          </Field>
          <SubmitButton>{trigger}</SubmitButton>
        </ActionForm>
      )}
    </Dialog>
  );
}
