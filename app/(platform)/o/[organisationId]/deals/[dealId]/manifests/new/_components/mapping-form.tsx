import { bytesText, FIELD_WORDS } from "@/app/_manifests/words";
import { MANIFEST_FIELDS, type MappingProfileView, type UploadInspection } from "@/modules/manifests/schema";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Field, Input, Select, Textarea } from "@/ui/field";
import { Section } from "@/ui/page";
import { startManifestAction } from "../actions";
import { columnOf } from "./column-of";
import { ReadAgain } from "./read-again";
import { SampleRows } from "./sample-rows";

type Profile = (typeof MappingProfileView)["_output"];
type Props = {
  organisationId: string;
  inspection: UploadInspection;
  profiles: readonly Profile[];
  profile: Profile | null;
  declared: { encoding: string | undefined; delimiter: string | undefined };
};

const CREATED_AT = [
  { value: "auto", label: "Seconds since 1970 or ISO 8601" },
  { value: "epoch_seconds", label: "Seconds since 1970 only" },
  { value: "iso_8601", label: "ISO 8601 only" },
];
const THOUSANDS = [
  { value: "refuse", label: "None: 12,345 is a fault" },
  { value: "comma", label: "Comma: 12,345" },
  { value: "point", label: "Point: 12.345" },
  { value: "space", label: "Space: 12 345" },
];

/** The sample, how the file was read, and one choice a field with our guess in it. Works without JavaScript. */
export function MappingForm({ organisationId, inspection, profiles, profile, declared }: Props) {
  const mapping = profile?.mapping;
  const none = { value: "", label: "Not in the file" };
  const columns = [none, ...inspection.columns.map((name) => ({ value: name, label: name }))];
  const start = startManifestAction.bind(null, { organisationId, uploadId: inspection.uploadId });
  return (
    <>
      <Section
        title="First rows"
        lead={`${inspection.format === "jsonl" ? "JSON Lines" : inspection.format === "csv" ? "A delimited table" : "Parquet"}, ${bytesText(inspection.bytes)}${inspection.compression === "gzip" ? ", packed with gzip" : ""}.`}
      >
        <SampleRows columns={inspection.columns} rows={inspection.sample} />
        <ReadAgain
          inspection={inspection}
          profiles={profiles}
          chosen={profile?.id ?? ""}
          declared={declared}
        />
      </Section>
      <Section title="Columns" lead="Our guesses are filled in. Columns you leave out are not read.">
        {/* Another profile or reading is another form: its guesses must not be mixed with what was typed before. */}
        <ActionForm
          key={`${profile?.id}:${declared.encoding}:${declared.delimiter}`}
          action={start}
          keepAfterSuccess
          className="flex flex-col gap-6"
        >
          <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
            {MANIFEST_FIELDS.map((field) => (
              <Field
                key={field}
                name={`columns.${field}`}
                label={FIELD_WORDS[field]?.label ?? field}
                hint={FIELD_WORDS[field]?.hint}
              >
                <Select
                  name={`column.${field}`}
                  options={columns}
                  defaultValue={columnOf(field, inspection, mapping)}
                />
              </Field>
            ))}
          </div>
          <details className="border-t border-rule pt-4">
            <summary className="min-h-6 cursor-pointer font-medium">
              More about how the values are written
            </summary>
            <div className="mt-4 grid gap-x-6 gap-y-5 sm:grid-cols-2">
              <Field
                name="charsPerToken"
                label="Characters for one token"
                hint="Only used where a row has no token count."
              >
                <Input name="charsPerToken" numeric defaultValue={String(mapping?.charsPerToken ?? 4)} />
              </Field>
              <Field name="createdAt" label="Times are written as" hint="Milliseconds are refused.">
                <Select name="createdAt" options={CREATED_AT} defaultValue={mapping?.createdAt ?? "auto"} />
              </Field>
              <Field name="thousands" label="Numbers are grouped by">
                <Select name="thousands" options={THOUSANDS} defaultValue={mapping?.thousands ?? "refuse"} />
              </Field>
              <Field
                name="deletedMarkers"
                label="Names that stand for nobody"
                hint="One a line. Rows with them are taken and belong to no one."
              >
                <Textarea
                  name="deletedMarkers"
                  rows={3}
                  defaultValue={(mapping?.deletedMarkers ?? ["[deleted]", "[removed]"]).join("\n")}
                />
              </Field>
            </div>
          </details>
          <input type="hidden" name="encoding" value={declared.encoding ?? mapping?.encoding ?? ""} />
          <input type="hidden" name="delimiter" value={declared.delimiter ?? mapping?.delimiter ?? ""} />
          <div className="max-w-xl">
            <Field
              name="name"
              label="Keep this mapping under a name"
              hint="For the next file of the same kind. A name that is taken gets the new mapping."
              optional
            >
              <Input name="profileName" maxLength={200} defaultValue={profile?.name ?? ""} />
            </Field>
          </div>
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="act" value="import" pendingText="Starting …">
              Take it in and check it
            </SubmitButton>
            <SubmitButton name="act" value="dry" variant="secondary" pendingText="Starting …">
              Check only (dry run)
            </SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </>
  );
}
