import { DELIMITER_WORDS } from "@/app/_manifests/words";
import type { MappingProfileView, UploadInspection } from "@/modules/manifests/schema";
import { Button } from "@/ui/button";
import { Field, Select } from "@/ui/field";

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
  const { encoding, delimiter } = inspection;
  const how = { declared: "as you said", mark: "by its mark", valid: "valid throughout", guessed: "a guess" };
  if (encoding === null && profiles.length === 0) return null;
  return (
    <form method="get" className="mt-5 flex flex-wrap items-end gap-4">
      <input type="hidden" name="upload" value={inspection.uploadId} />
      {encoding && (
        <Field label="Encoding" hint={`Read as ${encoding.label}, ${how[encoding.how]}.`}>
          <Select
            name="encoding"
            defaultValue={declared.encoding ?? ""}
            options={[
              { value: "", label: "Detect it" },
              ...ENCODINGS.map((value) => ({ value, label: value })),
            ]}
          />
        </Field>
      )}
      {delimiter && (
        <Field label="Delimiter" hint={`Read with ${DELIMITER_WORDS[delimiter]}.`}>
          <Select
            name="delimiter"
            defaultValue={declared.delimiter ?? ""}
            options={[
              { value: "", label: "Detect it" },
              ...Object.entries(DELIMITER_WORDS).map(([value, label]) => ({ value, label })),
            ]}
          />
        </Field>
      )}
      {profiles.length > 0 && (
        <Field label="Saved mapping">
          <Select
            name="profile"
            defaultValue={chosen}
            options={[
              { value: "", label: "None" },
              ...profiles.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
      )}
      <Button type="submit" variant="secondary">
        Read again
      </Button>
    </form>
  );
}
