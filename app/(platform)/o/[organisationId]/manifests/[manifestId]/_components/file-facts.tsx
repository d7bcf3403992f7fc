import { bytesText, DELIMITER_WORDS, FIELD_WORDS } from "@/app/_manifests/words";
import { MANIFEST_FIELDS, type ManifestView } from "@/modules/manifests/schema";
import { Code } from "@/ui/code";
import { Definitions } from "@/ui/definition";
import { InstantText } from "@/ui/numbers";
import { Section } from "@/ui/page";

const FORMATS = { csv: "A delimited table", jsonl: "JSON Lines", parquet: "Parquet" };

/** What the file is, how it was read, and the digests by which anybody can check that it is this one. */
export function FileFacts({ manifest }: { manifest: ManifestView }) {
  const read = MANIFEST_FIELDS.flatMap((field) => {
    const column = manifest.mapping.columns[field];
    return column === undefined ? [] : [`${FIELD_WORDS[field]?.label ?? field} from ${column}`];
  });
  const packed = manifest.compression === "gzip" ? ", packed with gzip" : "";
  const unpacked = manifest.unpackedBytes === null ? "" : `, ${bytesText(manifest.unpackedBytes)} unpacked`;
  return (
    <Section title="The file and how it was read">
      <Definitions
        items={[
          { term: "Manifest", value: <Code>{manifest.id}</Code> },
          { term: "SHA-256 of the file", value: <Code>{manifest.sha256}</Code> },
          ...(manifest.acceptedSha256 === null
            ? []
            : [{ term: "SHA-256 of the accepted rows", value: <Code>{manifest.acceptedSha256}</Code> }]),
          { term: "Format", value: `${FORMATS[manifest.format]}${packed}${unpacked}` },
          ...(manifest.encoding === null ? [] : [{ term: "Encoding", value: manifest.encoding }]),
          ...(manifest.delimiter === null
            ? []
            : [{ term: "Delimiter", value: DELIMITER_WORDS[manifest.delimiter] ?? manifest.delimiter }]),
          { term: "Columns read", value: read.join(" · ") },
          { term: "Uploaded", value: <InstantText at={manifest.createdAt} /> },
          ...(manifest.finishedAt === null
            ? []
            : [{ term: "Checks ended", value: <InstantText at={manifest.finishedAt} /> }]),
        ]}
      />
    </Section>
  );
}
