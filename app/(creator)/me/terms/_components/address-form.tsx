import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TermsEditorWire } from "@/modules/consent/schema";
import { Button } from "@/ui/button/button";
import { Field, FieldError, Input, Select } from "@/ui/input/field";

type EditorScope = TermsEditorWire["scopes"][number];

/** Terms for everything below one address of a handle: a plain GET form, with the fault of the address next to its field. */
export function AddressForm({
  scopes,
  prefixFault,
  asked,
}: {
  scopes: readonly EditorScope[];
  prefixFault: TermsEditorWire["prefixFault"];
  asked: { handle: string; prefix: string };
}) {
  const t = useTranslations("terms.scope");
  const handles = scopes.filter(({ scope }) => scope.kind === "handle");
  return (
    <details className="mt-2" open={prefixFault !== null}>
      <summary className="link inline-block cursor-pointer py-1">{t("address")}</summary>
      <form className="mt-4 grid max-w-3xl items-end gap-4 sm:grid-cols-[14rem_1fr_auto]">
        <Field label={t("addressHandle")}>
          <Select
            name="handle"
            translate="no"
            defaultValue={asked.handle}
            options={handles.map(({ key, about }) => ({
              value: key,
              label: `${about.name} · ${about.platform}`,
            }))}
          />
        </Field>
        <Field label={t("addressLabel")}>
          <Input
            name="prefix"
            required
            defaultValue={asked.prefix}
            placeholder="https://forum.example/r/poetry/"
            aria-invalid={prefixFault !== null || undefined}
            aria-describedby={prefixFault === null ? undefined : "prefix-fault"}
          />
        </Field>
        <Button type="submit" variant="secondary">
          {t("choose")}
        </Button>
      </form>
      {prefixFault !== null && (
        <div className="mt-2">
          <FieldError id="prefix-fault">
            <Problem fault={prefixFault} />
          </FieldError>
        </div>
      )}
    </details>
  );
}

function Problem({ fault }: { fault: NonNullable<TermsEditorWire["prefixFault"]> }): ReactNode {
  const t = useTranslations("terms.scope.problem");
  if (fault.problem === "wrong_host")
    return t.rich("wrong_host", { host: () => <span translate="no">{fault.host}</span> });
  switch (fault.problem) {
    // None of these can befall an address; the rule for identifiers knows more kinds.
    case "isbn_form":
    case "isbn_check":
    case "doi_form":
    case "sha256_form":
      return t("not_an_address");
    case "too_long":
    case "not_an_address":
    case "not_web":
    case "has_password":
    case "has_query":
    case "not_yours":
      return t(fault.problem);
  }
}
