import { Button } from "@/ui/button";
import { Field, Input } from "@/ui/field";

/** A plain GET form: the period is in the address, so it can be kept, shared and gone back from. */
export function PeriodForm({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return (
    <form method="get" action="/me/statement" className="flex flex-wrap items-end gap-3">
      <Field label="From">
        <Input type="date" name="from" defaultValue={from} />
      </Field>
      <Field label="To">
        <Input type="date" name="to" defaultValue={to} />
      </Field>
      <Button variant="secondary" type="submit">
        Show
      </Button>
    </form>
  );
}
