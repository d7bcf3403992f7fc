import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { BytesText } from "@/app/_manifests/bytes-text.client";
import { fieldText, formatText, visibleText } from "@/app/_manifests/words.client";
import { MANIFEST_FIELDS, type MappingProfileView, type UploadInspection } from "@/modules/manifests/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input } from "@/ui/input/field";
import { Section } from "@/ui/page/page";
import { startManifestAction } from "../actions";
import { columnOf } from "./column-of";
import { FieldRow } from "./field-row.client";
import { HowValues } from "./how-values";
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
type FieldName = (typeof MANIFEST_FIELDS)[number];

/** Each pair is one need: either of the two answers it. */
const NEEDED: readonly FieldName[] = ["contributor", "url", "content_id", "created_at", "tokens", "chars"];
const EITHER: readonly FieldName[] = ["url", "content_id", "tokens", "chars"];
const GRID = "grid items-end gap-x-8 gap-y-7 sm:grid-cols-2 lg:grid-cols-3";
const USEFUL = MANIFEST_FIELDS.filter((field) => !NEEDED.includes(field));

/** The sample, how the file was read, and one choice a field with our guess in it. Works without JavaScript. */
export async function MappingForm({ organisationId, inspection, profiles, profile, declared }: Props) {
  const t = await getTranslations("manifests");
  const mapping = profile?.mapping;
  const mappings = profiles.map(({ name, version }) => ({ name, version }));
  const start = startManifestAction.bind(null, { organisationId, uploadId: inspection.uploadId, mappings });
  const fields = Object.fromEntries(
    MANIFEST_FIELDS.map((field) => [field, columnOf(field, inspection, mapping)]),
  ) as Record<FieldName, string>;
  const rowOf = (field: FieldName) => (
    <FieldRow
      key={field}
      field={field}
      label={fieldText(t, field)}
      hint={`${t(`field.${field}.hint`)}${EITHER.includes(field) ? ` ${t("mapping.either")}.` : ""}`}
      needed={NEEDED.includes(field) && !EITHER.includes(field)}
      start={fields[field]}
      columns={[...new Set([...inspection.columns, fields[field]])].filter((column) => column !== "")}
      examples={examplesOf(inspection)}
    />
  );
  return (
    <ClientMessages namespaces={["manifests"]}>
      <Section
        title={t("mapping.first")}
        lead={t.rich("mapping.firstLead", {
          format: formatText(t, inspection),
          size: () => <BytesText bytes={inspection.bytes} />,
          rows: inspection.sample.length,
        })}
      >
        <SampleRows inspection={inspection} fields={fields} />
        <ReadAgain
          inspection={inspection}
          profiles={profiles}
          chosen={profile?.id ?? ""}
          declared={declared}
        />
      </Section>
      {/* Another profile or reading is another form: its guesses must not be mixed with what was typed before. */}
      <ActionForm
        key={`${profile?.id}:${declared.encoding}:${declared.delimiter}`}
        action={start}
        keepAfterSuccess
        className="flex flex-col gap-10"
      >
        <Section title={t("mapping.needed")} lead={t("mapping.neededLead")}>
          <div className={GRID}>{NEEDED.map(rowOf)}</div>
        </Section>
        <Section title={t("mapping.useful")} lead={t("mapping.usefulLead")}>
          <div className={GRID}>{USEFUL.map(rowOf)}</div>
        </Section>
        <HowValues mapping={mapping} />
        <input type="hidden" name="encoding" value={declared.encoding ?? mapping?.encoding ?? ""} />
        <input type="hidden" name="delimiter" value={declared.delimiter ?? mapping?.delimiter ?? ""} />
        <div className="flex flex-col gap-6 border-t border-rule pt-6">
          <div className="max-w-xl">
            <Field name="name" label={t("mapping.keep")} hint={t("mapping.keepHint")} optional>
              <Input name="profileName" defaultValue={profile?.name ?? ""} />
            </Field>
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton name="act" value="import" pendingText={t("mapping.starting")}>
              {t("mapping.import")}
            </SubmitButton>
            <SubmitButton name="act" value="dry" variant="secondary" pendingText={t("mapping.starting")}>
              {t("mapping.dry")}
            </SubmitButton>
            <p className="text-sm text-muted">{t("mapping.dryHint")}</p>
          </div>
        </div>
      </ActionForm>
    </ClientMessages>
  );
}

/** Up to three different values of each column, as people write examples: "a, b, c". */
function examplesOf({ columns, sample }: UploadInspection): string[] {
  return columns.map((_, at) => {
    const values = sample.map((row) => row[at] ?? "").filter((cell) => cell.trim() !== "");
    return [...new Set(values)]
      .slice(0, 3)
      .map((value) => visibleText(value.slice(0, 40)))
      .join(", ");
  });
}
