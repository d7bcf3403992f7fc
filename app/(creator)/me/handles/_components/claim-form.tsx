import type { z } from "zod";
import type { PlatformInfo } from "@/modules/works/schema";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Field, Input, Select } from "@/ui/field";
import { claim } from "../actions";

type Platform = z.output<typeof PlatformInfo>;

/** Where, and under which name. `search` is null while one list holds every platform. */
export function ClaimForm({
  platforms,
  search,
  given,
}: {
  platforms: readonly Platform[];
  search: string | null;
  given: { platform?: string | undefined; name?: string | undefined };
}) {
  const options = platforms.map(({ id, name, host }) => ({
    value: id,
    label: host ? `${name} (${host})` : name,
  }));
  return (
    <div className="flex flex-col gap-6">
      {search !== null && (
        <form method="get" className="flex max-w-xl items-end gap-3">
          <div className="flex-1">
            <Field label="Find a platform">
              <Input name="q" defaultValue={search} placeholder="Part of its name or address" />
            </Field>
          </div>
          <Button type="submit" variant="secondary">
            Find
          </Button>
        </form>
      )}
      <ActionForm action={claim}>
        <Field
          label="Platform"
          name="platformId"
          hint="For your own site choose the open web; the name is then your domain."
          required
        >
          <Select
            name="platformId"
            defaultValue={given.platform ?? ""}
            options={[{ value: "", label: "Choose…", disabled: true }, ...options]}
          />
        </Field>
        <Field label="Name there" name="name" hint="As the platform shows it, or your domain." required>
          <Input
            name="name"
            defaultValue={given.name}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="alice or example.org"
          />
        </Field>
        <SubmitButton pendingText="Claiming…">Claim and go on to the proof</SubmitButton>
      </ActionForm>
    </div>
  );
}
