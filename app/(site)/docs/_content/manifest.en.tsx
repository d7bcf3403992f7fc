import { bytesText } from "@/kernel/bytes";
import { LIMITS } from "@/kernel/limits";
import { Code } from "@/ui/text/code";
import { TextLink } from "@/ui/text/text-link";
import { MAPPING_JSON, manifestCall, resumableCalls } from "./calls";
import type { Guide } from "./section";

const GB = 1000 ** 3;

export const manifestGuide: Guide = ({ server }) => [
  {
    id: "formats",
    title: "Formats",
    body: (
      <>
        <ul>
          <li>
            <strong>CSV and similar</strong>: comma, semicolon, tab or bar; quotes as in RFC 4180; the first
            record is the header. UTF-8, or declare another encoding.
          </li>
          <li>
            <strong>Excel workbooks (.xlsx)</strong>: one sheet with rows, and the first row is the header. A
            formula counts as its last result. Hidden rows count too. Format columns of ids as text: Excel
            keeps only 15 digits of a number.
          </li>
          <li>
            <strong>JSON Lines</strong>: one object per line.
          </li>
          <li>
            <strong>Parquet</strong>.
          </li>
        </ul>
        <p>
          CSV and JSON Lines can be compressed with gzip or Zstandard. Uploads by browser resume: close the
          tab, come back, choose the same file, and the upload continues. Leave the texts of items out of a
          manifest. Columns that you do not map are never read.
        </p>
        <p>
          A file has at most {bytesText(LIMITS.manifestBytesMax)} as it is sent,{" "}
          {bytesText(LIMITS.manifestUnpackedBytesMax)} decompressed, and{" "}
          {LIMITS.manifestRowsMax.toLocaleString("en")} rows. All files of an organisation have a total of at
          most {(LIMITS.platformBytesMax / GB).toLocaleString("en")} GB, and{" "}
          {LIMITS.platformBytesMaxUnverified / GB} GB until it is verified.
        </p>
      </>
    ),
  },
  {
    id: "first",
    title: "The smallest manifest",
    body: (
      <>
        <Code label="manifest.csv">{`author,post_id,created_utc,tokens
early-ferry,t3_1,1735689600,312
[deleted],t3_2,1735690200,40`}</Code>
        <Code label="Shell">{manifestCall(server)}</Code>
        <p>
          A dry run checks everything and keeps only the report. If you send the same file again, it is the
          same manifest: nothing is counted twice.
        </p>
      </>
    ),
  },
  {
    id: "columns",
    title: "Confirm the columns",
    body: (
      <>
        <p>
          Common names are recognised (author, username, permalink, created_utc, score …). Before anything
          starts, you see each guess with sample rows. You can change it, and save the mapping for the next
          file.
        </p>
        <p>
          By API, send the mapping as JSON: in the query (<Code inline>mapping=…</Code>), as the header{" "}
          <Code inline>X-Remit-Mapping</Code>, or saved under a name (<Code inline>profile=…</Code>).{" "}
          <Code inline>columns</Code> goes from field to column: the field of Remit on the left, the column of
          your file on the right. Leave out fields that Remit should guess. All fields are described in{" "}
          <TextLink href="/docs/api/manifests">the API</TextLink>.
        </p>
        <Code label="mapping">{MAPPING_JSON}</Code>
      </>
    ),
  },
  {
    id: "resumable",
    title: "Large files in pieces",
    body: (
      <>
        <p>
          A program can send a file in pieces and resume after a break, as the browser does. Uploads speak{" "}
          <TextLink href="https://tus.io/protocols/resumable-upload">tus 1.0</TextLink>, so any tus client
          works; the key needs the scope <Code inline>manifests:write</Code>. An upload is kept for{" "}
          {LIMITS.uploadHours} hours, an organisation can have {LIMITS.uploadsOpenMax} at a time, and only the
          person or key that started an upload can resume it.
        </p>
        <Code label="Shell">{resumableCalls(server)}</Code>
      </>
    ),
  },
];
