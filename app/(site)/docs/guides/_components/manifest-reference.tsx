import { getMessages, getTranslations } from "next-intl/server";
import { fieldText, noteText, reasonText } from "@/app/_manifests/words.client";
import type { Messages } from "@/messages/catalogues";
import { MANIFEST_FIELDS } from "@/modules/manifests/schema";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Mark } from "../../../_components/mark";

/** Every column, every reason for a rejected row and every note, in the same words as on a manifest's own page. */
export async function ManifestReference() {
  const [t, words, all] = await Promise.all([
    getTranslations("docs.manifest"),
    getTranslations("manifests"),
    getMessages() as Promise<Messages>,
  ]);
  const columns = MANIFEST_FIELDS.map((code) => {
    const hint = `field.${code}.hint` as "field.url.hint";
    return { code, label: fieldText(words, code), text: words.has(hint) ? words(hint) : "" };
  });
  const reasons = Object.keys(all.manifests.reason).map((code) => {
    const { label, fix } = reasonText(words, code);
    return { code, label, text: fix };
  });
  const notes = Object.keys(all.manifests.note).map((code) => ({ code, ...noteText(words, code) }));
  return (
    <>
      <CodeTable id="fields" title={t("columns")} lead={t("columnsLead")} rows={columns} />
      <CodeTable id="reasons" title={t("reasons")} lead={t("reasonsLead")} rows={reasons} />
      <CodeTable id="notes" title={t("notes")} lead={t("notesLead")} rows={notes} />
    </>
  );
}

type Row = Readonly<{ code: string; label: string; text: string }>;

async function CodeTable({
  id,
  title,
  lead,
  rows,
}: {
  id: string;
  title: string;
  lead: string;
  rows: readonly Row[];
}) {
  const t = await getTranslations("docs.manifest");
  return (
    <Section id={id} title={title} lead={lead}>
      <Table caption={title}>
        <THead>
          <Tr>
            <Th>{t("code")}</Th>
            <Th>{t("what")}</Th>
            <Th>{t("meaning")}</Th>
          </Tr>
        </THead>
        <TBody>
          {rows.map(({ code, label, text }) => (
            <Tr key={code} id={`${id}-${code}`}>
              <Td label={t("code")}>
                <Mark className="font-mono text-sm wrap-anywhere">{code}</Mark>
              </Td>
              <Td label={t("what")}>{label}</Td>
              <Td label={t("meaning")}>{text}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}
