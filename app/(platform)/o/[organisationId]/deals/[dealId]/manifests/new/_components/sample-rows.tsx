import { useTranslations } from "next-intl";
import { columnType } from "@/app/_manifests/column-type";
import { fieldText, visibleText } from "@/app/_manifests/words.client";
import { MANIFEST_FIELDS, type UploadInspection } from "@/modules/manifests/schema";

type Props = { inspection: UploadInspection; fields: Readonly<Record<string, string>> };

/** The first rows exactly as in the file, and how each column is read. Wide, so it scrolls in its own frame. */
export function SampleRows({ inspection, fields }: Props) {
  const t = useTranslations("manifests");
  const { columns, sample } = inspection;
  const fieldOf = (column: string) => MANIFEST_FIELDS.find((field) => fields[field] === column);
  return (
    <section
      className="max-h-[28rem] overflow-auto border-y border-rule"
      aria-label={t("mapping.sampleLabel")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className="w-max min-w-full text-sm">
        <thead className="sticky top-0 bg-paper">
          <tr className="border-b border-rule text-left align-top">
            {columns.map((name, at) => {
              const field = fieldOf(name);
              return (
                <th key={name} scope="col" className="px-3 py-2 font-normal first:pl-0">
                  <span translate="no" className="block font-medium">
                    {name}
                  </span>
                  <span className="block text-muted">
                    {t(`mapping.type.${columnType(sample.map((row) => row[at] ?? ""))}`)}
                  </span>
                  <span className={`block ${field === undefined ? "text-muted" : "text-accent"}`}>
                    {field === undefined
                      ? t("mapping.notRead")
                      : t("mapping.reads", { field: fieldText(t, field) })}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody translate="no" className="font-mono text-[0.8125rem]">
          {sample.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
            <tr key={at} className="border-b border-rule last:border-0">
              {row.map((cell, i) => (
                <td key={columns[i]} className="max-w-64 truncate px-3 py-1.5 first:pl-0" title={cell}>
                  {visibleText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
