import { useTranslations } from "next-intl";
import { faultyCell } from "@/app/_manifests/faulty-cell";
import { fieldText, reasonText, visibleText } from "@/app/_manifests/words.client";
import type { ManifestView, RejectionPage } from "@/modules/manifests/schema";
import { Td, Tr } from "@/ui/table/table";
import { NumberText } from "@/ui/text/numbers";

type Props = { manifest: ManifestView; item: RejectionPage["items"][number] };

/** One fault: its place, the reason, how to correct it, and the line exactly as in the file with the value marked. */
export function RejectedRow({ manifest, item }: Props) {
  const t = useTranslations("manifests");
  const { label, fix } = reasonText(t, item.reason);
  return (
    <Tr>
      <Td numeric label={t("rejections.line")}>
        <NumberText value={item.line} figure="position" />
      </Td>
      <Td label={t("rejections.field")}>{fieldText(t, item.field)}</Td>
      <Td className="sm:w-[19rem]">
        <span className="block font-medium">{label}</span>
        <span className="block text-sm text-muted">
          {fix} {item.otherLine !== null && t("rejections.first", { line: Number(item.otherLine) })}
        </span>
      </Td>
      <Td>
        {item.original === "" ? (
          <span className="text-sm text-muted">{t("rejections.emptyLine")}</span>
        ) : (
          <Original manifest={manifest} item={item} />
        )}
      </Td>
    </Tr>
  );
}

function Original({ manifest, item }: Props) {
  const t = useTranslations("manifests.rejections");
  const { before, cell, after } = faultyCell(manifest, item);
  return (
    <code
      translate="no"
      className="block max-h-32 overflow-hidden font-mono text-[0.8125rem] leading-6 break-all whitespace-pre-wrap text-muted"
    >
      {visibleText(before)}
      {cell !== null && (
        <mark
          title={t("faulty")}
          className="rounded-sm bg-refusal-wash px-0.5 font-semibold text-refusal underline decoration-wavy decoration-1 underline-offset-4"
        >
          {cell === "" ? "\u2205" : visibleText(cell)}
        </mark>
      )}
      {visibleText(after)}
    </code>
  );
}
