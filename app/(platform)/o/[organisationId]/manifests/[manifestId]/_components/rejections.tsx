import Link from "next/link";
import { FIELD_WORDS, reasonLabel, visibleText } from "@/app/_manifests/words";
import { read } from "@/app/_web/page";
import { listRejections } from "@/modules/manifests/queries";
import type { ManifestView } from "@/modules/manifests/schema";
import { buttonClass } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

type Props = { manifest: ManifestView; base: string; reason: string | undefined; cursor: string | undefined };

/** Every rejected row with its line, its field, why, and its original text; a page at a time, or all as a file. */
export async function Rejections({ manifest, base, reason, cursor }: Props) {
  if (manifest.rejected === "0") {
    return (
      <Section title="Rejected rows" id="rejections">
        <Empty title="No row was rejected">Every row of the file was accepted.</Empty>
      </Section>
    );
  }
  const query = { ...(reason ? { reason } : {}), ...(cursor ? { cursor } : {}) };
  const page = await read(listRejections, { manifestId: manifest.id, ...query });
  const at = (more: Record<string, string>) => `${base}?${new URLSearchParams(more)}#rejections`;
  return (
    <Section
      title="Rejected rows"
      id="rejections"
      lead="Mend them in your file and upload it again, or go on without them."
      actions={
        <a
          href={`/api/v1/manifests/${manifest.id}/rejections.csv`}
          download
          className={buttonClass("secondary")}
        >
          Download all as CSV
        </a>
      }
    >
      <nav aria-label="Reasons" className="mb-5 flex flex-wrap gap-2">
        <ReasonLink
          href={`${base}#rejections`}
          current={reason === undefined}
          label="All"
          count={manifest.rejected ?? "0"}
        />
        {Object.entries(manifest.reasons ?? {}).map(([name, count]) => (
          <ReasonLink
            key={name}
            href={at({ reason: name })}
            current={reason === name}
            label={reasonLabel(name)}
            count={count}
          />
        ))}
      </nav>
      <Table caption={<span className="sr-only">Rejected rows, in the order of the file</span>}>
        <THead>
          <Tr>
            <Th numeric>Line</Th>
            <Th>Field</Th>
            <Th>Why, and what to do</Th>
            <Th>Original text</Th>
          </Tr>
        </THead>
        <TBody>
          {page.items.map((item) => (
            <Tr key={`${item.record}:${item.field}:${item.reason}`}>
              <Td numeric label="Line">
                <NumberText value={item.line} />
              </Td>
              <Td label="Field">{FIELD_WORDS[item.field]?.label ?? "Whole row"}</Td>
              <Td>
                <span className="block font-medium">{reasonLabel(item.reason)}</span>
                <span className="block text-sm text-muted">{item.message}</span>
              </Td>
              <Td>
                <code className="block max-h-24 overflow-hidden font-mono text-sm break-all whitespace-pre-wrap">
                  {item.original === "" ? (
                    <span className="text-muted">(an empty line)</span>
                  ) : (
                    visibleText(item.original.slice(0, 400))
                  )}
                </code>
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      <Pager
        nextHref={
          page.nextCursor === null ? null : at({ ...(reason ? { reason } : {}), cursor: page.nextCursor })
        }
        firstHref={cursor === undefined ? null : at(reason ? { reason } : {})}
      />
    </Section>
  );
}

function ReasonLink({
  href,
  current,
  label,
  count,
}: {
  href: string;
  current: boolean;
  label: string;
  count: string;
}) {
  return (
    <Link
      href={href}
      aria-current={current ? "true" : undefined}
      className="inline-flex min-h-8 items-center gap-2 rounded-full border border-rule-strong px-3 text-sm hover:bg-wash aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:text-accent"
    >
      {label}
      <span className="tabular-nums">
        <NumberText value={count} />
      </span>
    </Link>
  );
}
