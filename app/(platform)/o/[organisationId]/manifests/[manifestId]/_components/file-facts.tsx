import { useTranslations } from "next-intl";
import { BytesText } from "@/app/_manifests/bytes-text.client";
import { delimiterText, fieldText, formatText, type ManifestWords } from "@/app/_manifests/words.client";
import { MANIFEST_FIELDS, type ManifestView } from "@/modules/manifests/schema";
import { Section } from "@/ui/page/page";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { InstantText } from "@/ui/text/numbers";

/** What the file is, how it was read, and the digests by which anybody can check that it is this one. */
export function FileFacts({ manifest }: { manifest: ManifestView }) {
  const t = useTranslations("manifests");
  const format = formatText(t, manifest);
  const { unpackedBytes } = manifest;
  const size = () => <BytesText bytes={unpackedBytes ?? "0"} />;
  return (
    <Section title={t("file.title")} lead={t("file.lead")}>
      <Definitions
        items={[
          { term: t("file.id"), value: <Digest text={manifest.id} /> },
          { term: t("file.sha"), value: <Digest text={manifest.sha256} /> },
          ...(manifest.acceptedSha256 === null
            ? []
            : [{ term: t("file.acceptedSha"), value: <Digest text={manifest.acceptedSha256} /> }]),
          {
            term: t("file.format"),
            value:
              unpackedBytes === null || manifest.compression === "none"
                ? format
                : t.rich("file.unpacked", { format, size }),
          },
          ...(manifest.encoding === null
            ? []
            : [{ term: t("file.encoding"), value: <span translate="no">{manifest.encoding}</span> }]),
          ...(manifest.delimiter === null
            ? []
            : [{ term: t("file.delimiter"), value: delimiterText(t, manifest.delimiter) }]),
          { term: t("file.columns"), value: <ColumnsRead t={t} manifest={manifest} /> },
          { term: t("file.uploaded"), value: <InstantText at={manifest.createdAt} /> },
          ...(manifest.finishedAt === null
            ? []
            : [{ term: t("file.ended"), value: <InstantText at={manifest.finishedAt} /> }]),
        ]}
      />
    </Section>
  );
}

function Digest({ text }: { text: string }) {
  return (
    <div translate="no">
      <Code>{text}</Code>
    </div>
  );
}

function ColumnsRead({ t, manifest }: { t: ManifestWords; manifest: ManifestView }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {MANIFEST_FIELDS.flatMap((field) => {
        const column = manifest.mapping.columns[field];
        if (column === undefined) return [];
        const own = () => (
          <span translate="no" className="font-mono text-[0.875em]">
            {column}
          </span>
        );
        return [<li key={field}>{t.rich("file.from", { field: fieldText(t, field), column: own })}</li>];
      })}
    </ul>
  );
}
