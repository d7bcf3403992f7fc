import { WEIGHTING_WORDS } from "@/app/_allocation/words";
import type { DealView } from "@/modules/deals/schema";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import type { FormResult } from "@/ui/faults";
import { Field, Input, Select } from "@/ui/field";

type Props = {
  deal: DealView;
  action: (previous: FormResult | null, form: FormData) => Promise<FormResult>;
};

/** Other rules, tried without changing the deal. What is left empty stays as the deal says. */
export function WhatIfForm({ deal, action }: Props) {
  const percent = (bps: number) => String(bps / 100);
  return (
    <details className="mt-2">
      <summary className="cursor-pointer py-2 text-accent underline">What if the rules were others?</summary>
      <ActionForm action={action} className="mt-4 flex max-w-3xl flex-col gap-5">
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Weighting" name="weighting" optional hint={WEIGHTING_WORDS[deal.weighting].means}>
            <Select name="weighting" defaultValue="">
              <option value="">As the deal: {WEIGHTING_WORDS[deal.weighting].label}</option>
              {Object.entries(WEIGHTING_WORDS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words.label}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Contributors’ part, in percent" name="contributorShare" optional>
            <Input
              name="contributorShare"
              inputMode="decimal"
              placeholder={percent(deal.contributorShareBps)}
            />
          </Field>
          <Field label="Reserve, in percent of the pool" name="reserve" optional>
            <Input name="reserve" inputMode="decimal" placeholder={percent(deal.reserveBps)} />
          </Field>
          <Field label="Most one contributor may get, in percent" name="cap" optional>
            <Input
              name="cap"
              inputMode="decimal"
              placeholder={deal.capBps === null ? "no cap" : percent(deal.capBps)}
            />
          </Field>
        </div>
        <div>
          <SubmitButton variant="secondary" pendingText="Starting …">
            Try it
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
