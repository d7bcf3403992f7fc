import type { z } from "zod";
import type { Work } from "@/modules/works/schema";
import { AUTHOR_STATE_WORDS, SCHEME_WORDS } from "@/modules/works/words";
import { Badge } from "@/ui/badge";
import { BpsText, DateText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

type WorkView = z.output<typeof Work>;

/** Who shares in a work, and what it is recognised by. */
export function WorkRecord({ work }: { work: WorkView }) {
  return (
    <>
      <Section
        title="Who shares in it"
        lead={
          work.heldBps > 0 &&
          "Shares that are not accepted are held: paid to nobody, given to no other author."
        }
      >
        <Table caption="Authors and their shares">
          <THead>
            <Tr>
              <Th>Author</Th>
              <Th numeric>Share</Th>
              <Th>State</Th>
              <Th>Answered</Th>
            </Tr>
          </THead>
          <TBody>
            {work.authors.map((author) => (
              <Tr key={author.id}>
                <Td label="Author">
                  {author.name}
                  {author.you && <span className="text-muted"> (you)</span>}
                  {author.email && <span className="block text-sm break-all text-muted">{author.email}</span>}
                </Td>
                <Td label="Share" numeric>
                  <BpsText bps={author.shareBps} />
                </Td>
                <Td label="State">
                  <Badge tone={AUTHOR_STATE_WORDS[author.state].tone}>
                    {AUTHOR_STATE_WORDS[author.state].label}
                  </Badge>
                </Td>
                <Td label="Answered">{author.answeredAt ? <DateText at={author.answeredAt} /> : "–"}</Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </Section>
      <Section title="What it is recognised by">
        <Table caption="Identifiers">
          <THead>
            <Tr>
              <Th>By</Th>
              <Th>Identifier</Th>
            </Tr>
          </THead>
          <TBody>
            {work.identifiers.map(({ scheme, value }) => (
              <Tr key={`${scheme} ${value}`}>
                <Td label="By">{SCHEME_WORDS[scheme].name}</Td>
                <Td label="Identifier" className="break-all">
                  {value}
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </Section>
    </>
  );
}
