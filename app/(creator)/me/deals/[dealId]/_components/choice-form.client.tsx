"use client";
import type { ReactNode } from "react";
import type { DealChoice } from "@/modules/consent/domain/evaluate";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import type { FormResult } from "@/ui/faults";

type Props = Readonly<{
  choice: DealChoice["choice"];
  action: (previous: FormResult | null, form: FormData) => Promise<FormResult>;
}>;

/** A no and a yes of equal weight, and the way back from either: each one press. */
export function ChoiceForm({ choice, action }: Props) {
  return (
    <ActionForm
      action={action}
      keepAfterSuccess
      success="Your answer stands."
      className="flex flex-col gap-5"
    >
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 sm:grid-cols-2">
        <Answer
          value="object"
          chosen={choice === "object"}
          label="Object: leave me out"
          means="Nothing of yours is licensed in this deal and you are not paid from it, whatever your terms say."
        />
        <Answer
          value="join"
          chosen={choice === "join"}
          label="Join: take me in"
          means="What you posted is licensed in this deal at this deal’s price, whatever your terms or your own price say."
        />
      </div>
      {choice !== "neutral" && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule pt-4">
          <SubmitButton variant="quiet" name="choice" value="neutral">
            Take my answer back
          </SubmitButton>
          <span className="text-sm text-muted">Then your terms decide, as for every other deal.</span>
        </div>
      )}
    </ActionForm>
  );
}

function Answer({
  value,
  chosen,
  label,
  means,
}: {
  value: "object" | "join";
  chosen: boolean;
  label: string;
  means: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-2 border-l border-rule pl-4">
      {chosen ? (
        <p className="flex min-h-10 items-center gap-3 font-medium">
          {label} <Badge tone="good">Your answer</Badge>
        </p>
      ) : (
        <SubmitButton variant="secondary" name="choice" value={value}>
          {label}
        </SubmitButton>
      )}
      <p className="text-sm text-muted">{means}</p>
    </div>
  );
}
