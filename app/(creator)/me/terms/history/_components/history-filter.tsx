import { useTranslations } from "next-intl";
import { SCOPE_KINDS } from "@/modules/consent/schema";
import { Button } from "@/ui/button/button";
import { Field, Select } from "@/ui/input/field";

/** Which terms' versions are listed; in the address, so that the list can be shared with oneself. */
export function HistoryFilter({ kind }: { kind: string }) {
  const t = useTranslations("terms");
  return (
    <search>
      <form action="/me/terms/history" className="mb-8 flex flex-wrap items-end gap-4">
        <div className="w-full sm:w-56">
          <Field label={t("versions.filter")}>
            <Select
              name="kind"
              defaultValue={kind}
              options={[
                { value: "", label: t("versions.all") },
                ...SCOPE_KINDS.map((value) => ({ value, label: t(`scope.kind.${value}`) })),
              ]}
            />
          </Field>
        </div>
        <Button type="submit" variant="secondary">
          {t("versions.show")}
        </Button>
      </form>
    </search>
  );
}
