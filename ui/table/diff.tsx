import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { diffLines } from "./diff-lines";
import { Table, TBody, Td, THead, Th, Tr } from "./table";

const LOOK = {
  same: { sign: " ", className: "" },
  added: { sign: "+", className: "bg-accent-wash text-accent" },
  removed: { sign: "−", className: "bg-refusal-wash text-refusal" },
} as const;

/** Two versions of a text in one: lines that went and lines that came, marked by sign and colour. */
export function Diff({ before, after, label }: { before: string; after: string; label: string }) {
  const t = useTranslations("ui.diff");
  return (
    <figure>
      <figcaption className="sr-only">{label}</figcaption>
      <pre translate="no" className="rounded border border-rule py-2 font-mono text-sm">
        {diffLines(before, after).map((line, index) => {
          const look = LOOK[line.kind];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of two texts that do not change
            <div key={index} className={cx("flex min-h-6 gap-3 px-3 whitespace-pre-wrap", look.className)}>
              <span aria-hidden="true" className="w-2 shrink-0 select-none">
                {look.sign}
              </span>
              {line.kind !== "same" && <span className="sr-only">{t(line.kind)} </span>}
              <span className="min-w-0 break-words">{line.text}</span>
            </div>
          );
        })}
      </pre>
    </figure>
  );
}

export type Change = Readonly<{ key: string; label: ReactNode; before: ReactNode; after: ReactNode }>;

/** What a set of facts was and becomes, one fact a row. */
export function Changes({ caption, changes }: { caption: string; changes: readonly Change[] }) {
  const t = useTranslations("ui.diff");
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>{t("what")}</Th>
          <Th>{t("before")}</Th>
          <Th>{t("after")}</Th>
        </Tr>
      </THead>
      <TBody>
        {changes.map((change) => (
          <Tr key={change.key}>
            <Td className="font-medium">{change.label}</Td>
            <Td label={t("before")}>
              <del className="text-muted decoration-refusal">{change.before}</del>
            </Td>
            <Td label={t("after")}>
              <ins className="no-underline">{change.after}</ins>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
