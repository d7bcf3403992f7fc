import { useTranslations } from "next-intl";
import { noteText } from "@/app/_manifests/words.client";
import type { ManifestView } from "@/modules/manifests/schema";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { NumberText } from "@/ui/text/numbers";

/** What was odd and taken all the same. */
export function Notes({ notes, of }: { notes: ManifestView["notes"]; of: string }) {
  const t = useTranslations("manifests");
  const entries = Object.entries(notes ?? {});
  if (entries.length === 0) return null;
  return (
    <Section title={t("page.odd")} lead={t("page.oddLead")}>
      <Table caption={t("page.oddCaption")}>
        <THead>
          <Tr>
            <Th>{t("page.what")}</Th>
            <Th numeric>{t("page.rows")}</Th>
            <Th numeric>{t("page.firstLine")}</Th>
          </Tr>
        </THead>
        <TBody>
          {entries.map(([note, { count, firstLine }]) => {
            const words = noteText(t, note);
            return (
              <Tr key={note}>
                <Td>
                  <span className="block font-medium">{words.label}</span>
                  <span className="block text-sm text-muted">{words.text}</span>
                </Td>
                <Td numeric label={t("page.rows")}>
                  <NumberText value={count} figure={`manifest.note:${of}:${note}`} />
                </Td>
                <Td numeric label={t("page.firstLine")}>
                  <NumberText value={firstLine} figure="position" />
                </Td>
              </Tr>
            );
          })}
        </TBody>
      </Table>
    </Section>
  );
}
