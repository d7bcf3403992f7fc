import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { PlatformInfo } from "@/modules/handles/schema";
import { Button } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input, Select } from "@/ui/input/field";
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
  const t = useTranslations("works.claim");
  return (
    <div className="flex flex-col gap-6">
      {search !== null && (
        <form method="get" className="flex max-w-xl items-end gap-3">
          <div className="flex-1">
            <Field label={t("find")}>
              <Input name="q" defaultValue={search} placeholder={t("findHint")} />
            </Field>
          </div>
          <Button type="submit" variant="secondary">
            {t("findButton")}
          </Button>
        </form>
      )}
      <ActionForm action={claim}>
        <Field label={t("platform")} name="platformId" hint={t("platformHint")} required>
          <Select name="platformId" defaultValue={given.platform ?? ""}>
            <option value="" disabled>
              {t("choose")}
            </option>
            {platforms.map(({ id, name, host }) => (
              <option key={id} value={id} translate={id === "web" ? undefined : "no"}>
                {id === "web" ? t("web") : host ? `${name} (${host})` : name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("name")} name="name" hint={t("nameHint")} required>
          <Input
            name="name"
            defaultValue={given.name}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="alice · example.org"
          />
        </Field>
        <SubmitButton pendingText={t("pending")}>{t("submit")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
