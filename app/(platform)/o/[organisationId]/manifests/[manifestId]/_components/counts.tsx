import { reasonLabel } from "@/app/_manifests/words";
import type { ManifestView } from "@/modules/manifests/schema";
import { NumberText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Stat, Stats } from "@/ui/stat";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

/** received = accepted + rejected, and what was odd but taken. */
export function Counts({ manifest }: { manifest: ManifestView }) {
  const notes = Object.entries(manifest.notes ?? {});
  return (
    <>
      <Section title="Rows" lead="Received is accepted plus rejected. Nothing is dropped.">
        <Stats>
          <Stat label="Received" value={<NumberText value={manifest.received ?? "0"} />} />
          <Stat label="Accepted" value={<NumberText value={manifest.accepted ?? "0"} />} tone="good" />
          <Stat
            label="Rejected"
            value={<NumberText value={manifest.rejected ?? "0"} />}
            tone={manifest.rejected === "0" ? "neutral" : "bad"}
          />
          <Stat
            label="Contributors"
            value={<NumberText value={manifest.contributors ?? "0"} />}
            hint="with accepted rows"
          />
          <Stat
            label="Tokens"
            value={<NumberText value={manifest.tokens ?? "0"} />}
            hint="in accepted rows"
          />
        </Stats>
      </Section>
      {notes.length > 0 && (
        <Section title="Odd, but accepted" lead="Worth a look; these rows count like any other.">
          <Table caption={<span className="sr-only">Notes on accepted rows</span>}>
            <THead>
              <Tr>
                <Th>What</Th>
                <Th numeric>Rows</Th>
                <Th numeric>First on line</Th>
              </Tr>
            </THead>
            <TBody>
              {notes.map(([note, { count, firstLine, message }]) => (
                <Tr key={note}>
                  <Td>
                    <span className="block font-medium">{reasonLabel(note)}</span>
                    <span className="block text-sm text-muted">{message}</span>
                  </Td>
                  <Td numeric label="Rows">
                    <NumberText value={count} />
                  </Td>
                  <Td numeric label="First on line">
                    <NumberText value={firstLine} />
                  </Td>
                </Tr>
              ))}
            </TBody>
          </Table>
        </Section>
      )}
    </>
  );
}
