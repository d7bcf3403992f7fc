"use client";
import { Checkbox, Field, Input, RadioGroup, Textarea } from "@/ui/field";
import type { ConditionsDraft } from "./draft.client";

/** What must hold for a yes to count. An unmet condition refuses. */
export function ConditionsFields({
  name,
  value,
  onChange,
}: {
  name: string;
  value: ConditionsDraft;
  onChange: (value: ConditionsDraft) => void;
}) {
  const set = (part: Partial<ConditionsDraft>) => onChange({ ...value, ...part });
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      <fieldset className="min-w-0">
        <legend className="text-sm font-medium">Purposes you allow</legend>
        <div className="mt-2 flex flex-col gap-3">
          <Checkbox
            label="Research"
            checked={value.research}
            onChange={(event) => set({ research: event.target.checked })}
          />
          <Checkbox
            label="Commercial use"
            checked={value.commercial}
            onChange={(event) => set({ commercial: event.target.checked })}
          />
        </div>
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="text-sm font-medium">What the buyer must promise</legend>
        <div className="mt-2 flex flex-col gap-3">
          <Checkbox
            label="Attribution"
            hint="The buyer names you, or your handle, where it uses your work."
            checked={value.attribution}
            onChange={(event) => set({ attribution: event.target.checked })}
          />
          <Checkbox
            label="No distillation"
            hint="Other models may not be trained on what this model says."
            checked={value.noDistillation}
            onChange={(event) => set({ noDistillation: event.target.checked })}
          />
        </div>
      </fieldset>
      <div className="flex flex-col gap-4">
        <RadioGroup
          label="Buyers"
          name={`${name}-buyers`}
          value={value.buyers}
          onValueChange={(buyers) => set({ buyers: buyers === "listed" ? "listed" : "any" })}
          options={[
            { value: "any", label: "Any buyer" },
            { value: "listed", label: "Only the buyers I list" },
          ]}
        />
        {value.buyers === "listed" && (
          <Field label="Allowed buyers" hint="One name to a line; capitals and spaces make no difference.">
            <Textarea
              rows={3}
              value={value.allowed}
              onChange={(event) => set({ allowed: event.target.value })}
            />
          </Field>
        )}
        <Field label="Never these buyers" hint="One name to a line." optional>
          <Textarea
            rows={2}
            value={value.blocked}
            onChange={(event) => set({ blocked: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Yes until" hint="The last day on which your yes counts. Empty: no end." optional>
        <Input
          type="date"
          className="max-w-48"
          value={value.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      </Field>
    </div>
  );
}
