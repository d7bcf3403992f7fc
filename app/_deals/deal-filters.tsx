import { Button } from "@/ui/button";
import { Field, Input, Select } from "@/ui/field";
import { DEAL_STATES } from "./deal-state-badge";
import type { ListParams } from "./list-params";

const STATES = [
  { value: "", label: "Any state" },
  ...Object.entries(DEAL_STATES).map(([value, { label }]) => ({ value, label })),
];

/** Filters of a list of deals. A plain form: what is asked for stands in the address and works without JavaScript. */
export function DealFilters({ base, search }: { base: string; search: ListParams }) {
  return (
    <search>
      <form action={base} className="flex flex-wrap items-end gap-4">
        <div className="w-full sm:w-56">
          <Field label="State">
            <Select name="state" defaultValue={search.state ?? ""} options={STATES} />
          </Field>
        </div>
        <div className="w-full sm:w-64">
          <Field label="Title or licensee">
            <Input type="search" name="q" defaultValue={search.q ?? ""} maxLength={200} />
          </Field>
        </div>
        <Button type="submit" variant="secondary">
          Filter
        </Button>
      </form>
    </search>
  );
}
