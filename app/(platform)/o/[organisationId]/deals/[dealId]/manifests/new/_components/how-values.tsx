import { useTranslations } from "next-intl";
import type { MappingInput } from "@/modules/manifests/schema";
import { Field, Input, Select, Textarea } from "@/ui/input/field";

const CREATED_AT = ["auto", "epoch_seconds", "iso_8601"] as const;
const THOUSANDS = ["refuse", "comma", "point", "space"] as const;
const DECIMAL = ["point", "comma"] as const;

/** How the values are written, for files that do it unlike most. */
export function HowValues({ mapping }: { mapping: MappingInput | undefined }) {
  const t = useTranslations("manifests.mapping");
  return (
    <details className="border-t border-rule pt-4">
      <summary className="min-h-6 cursor-pointer font-serif text-xl font-semibold">{t("more")}</summary>
      <div className="mt-4 grid max-w-4xl gap-x-8 gap-y-5 sm:grid-cols-2">
        <Field name="charsPerToken" label={t("charsPerToken")} hint={t("charsPerTokenHint")}>
          <Input name="charsPerToken" numeric defaultValue={String(mapping?.charsPerToken ?? 4)} />
        </Field>
        <Field name="createdAt" label={t("createdAt")} hint={t("createdAtHint")}>
          <Select
            name="createdAt"
            options={CREATED_AT.map((value) => ({ value, label: t(`createdAtOptions.${value}`) }))}
            defaultValue={mapping?.createdAt ?? "auto"}
          />
        </Field>
        <Field name="thousands" label={t("thousands")}>
          <Select
            name="thousands"
            options={THOUSANDS.map((value) => ({ value, label: t(`thousandsOptions.${value}`) }))}
            defaultValue={mapping?.thousands ?? "refuse"}
          />
        </Field>
        <Field name="decimal" label={t("decimal")}>
          <Select
            name="decimal"
            options={DECIMAL.map((value) => ({ value, label: t(`decimalOptions.${value}`) }))}
            defaultValue={mapping?.decimal ?? "point"}
          />
        </Field>
        <Field name="deletedMarkers" label={t("deletedMarkers")} hint={t("deletedMarkersHint")}>
          <Textarea
            name="deletedMarkers"
            rows={3}
            translate="no"
            defaultValue={(mapping?.deletedMarkers ?? ["[deleted]", "[removed]"]).join("\n")}
          />
        </Field>
      </div>
    </details>
  );
}
