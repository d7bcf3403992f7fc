import { useTranslations } from "next-intl";
import { DELIMITER_SIGNS, delimiterText } from "@/app/_manifests/words.client";
import type { MappingProfileView, UploadInspection } from "@/modules/manifests/schema";
import { Button } from "@/ui/button/button";
import { Field, Select } from "@/ui/input/field";
import { Code } from "@/ui/text/code";

type Props = {
  inspection: UploadInspection;
  profiles: readonly (typeof MappingProfileView)["_output"][];
  chosen: string;
  declared: { encoding: string | undefined; delimiter: string | undefined };
};

const ENCODINGS = [
  "utf-8",
  "windows-1252",
  "iso-8859-2",
  "iso-8859-15",
  "utf-16le",
  "shift_jis",
  "gb18030",
  "euc-kr",
  "koi8-r",
];

/** How the file was read; choosing otherwise reads it again. A plain form: the choice is in the address. */
export function ReadAgain({ inspection, profiles, chosen, declared }: Props) {
  const t = useTranslations("manifests");
  const { encoding, delimiter } = inspection;
  if (encoding === null && profiles.length === 0) return null;
  const code = () => <Code inline>{encoding?.label ?? ""}</Code>;
  const detect = { value: "", label: t("reading.detect") };
  return (
    <form method="get" aria-label={t("reading.title")} className="mt-5 flex flex-wrap items-end gap-4">
      <input type="hidden" name="upload" value={inspection.uploadId} />
      {encoding && (
        <Field
          label={t("reading.encoding")}
          hint={<span translate="no">{t.rich(`reading.encodingHow.${encoding.how}`, { code })}</span>}
        >
          <Select
            name="encoding"
            translate="no"
            defaultValue={declared.encoding ?? ""}
            options={[detect, ...ENCODINGS.map((value) => ({ value, label: value }))]}
          />
        </Field>
      )}
      {delimiter && (
        <Field
          label={t("reading.delimiter")}
          hint={t("reading.delimiterHow", { delimiter: delimiterText(t, delimiter) })}
        >
          <Select
            name="delimiter"
            defaultValue={declared.delimiter ?? ""}
            options={[detect, ...DELIMITER_SIGNS.map((value) => ({ value, label: delimiterText(t, value) }))]}
          />
        </Field>
      )}
      {profiles.length > 0 && (
        <Field label={t("reading.profile")}>
          <Select
            name="profile"
            translate="no"
            defaultValue={chosen}
            options={[
              { value: "", label: t("reading.noProfile") },
              ...profiles.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
      )}
      <Button type="submit" variant="secondary">
        {t("reading.again")}
      </Button>
    </form>
  );
}
