import { useTranslations } from "next-intl";
import { Button } from "@/ui/button/button";
import { Field, Input, Select } from "@/ui/input/field";
import { TextLink } from "@/ui/text/text-link";
import { type Asked, filterQuery, KINDS } from "./asked";

/** A plain GET form: what is asked is in the address, so it can be kept, shared and gone back from. */
export function FilterForm({ asked }: { asked: Asked }) {
  const t = useTranslations("statement.filter");
  const kinds = useTranslations("statement.kinds");
  return (
    <form
      method="get"
      action="/me/statement"
      aria-label={t("label")}
      className="flex flex-wrap items-end gap-3 print:hidden"
    >
      <Field label={t("from")}>
        <Input type="date" name="from" defaultValue={asked.from} key={asked.from} />
      </Field>
      <Field label={t("to")}>
        <Input type="date" name="to" defaultValue={asked.to} key={asked.to} />
      </Field>
      <Field label={t("kind")}>
        <Select name="kind" defaultValue={asked.kind ?? ""} key={asked.kind}>
          <option value="">{t("all")}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kinds(kind)}
            </option>
          ))}
        </Select>
      </Field>
      <Button variant="secondary" type="submit">
        {t("show")}
      </Button>
      {filterQuery(asked).size > 0 && (
        <TextLink href="/me/statement" className="py-2">
          {t("clear")}
        </TextLink>
      )}
    </form>
  );
}
