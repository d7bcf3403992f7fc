import type { z } from "zod";
import type { Work } from "@/modules/works/schema";
import { WORK_KIND_WORDS } from "@/modules/works/words";
import { Badge } from "@/ui/badge";
import { BpsText, DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

type WorkView = z.output<typeof Work>;

export function WorkTable({ works }: { works: readonly WorkView[] }) {
  return (
    <Table caption="Your works">
      <THead>
        <Tr>
          <Th>Title</Th>
          <Th>Kind</Th>
          <Th numeric>Your share</Th>
          <Th>State</Th>
          <Th>Registered</Th>
        </Tr>
      </THead>
      <TBody>
        {works.map((work) => (
          <Tr key={work.id}>
            <Td label="Title">
              <TextLink href={`/me/works/${work.id}`}>{work.title}</TextLink>
            </Td>
            <Td label="Kind">{WORK_KIND_WORDS[work.kind]}</Td>
            <Td label="Your share" numeric>
              <BpsText bps={ownShare(work)} />
            </Td>
            <Td label="State">
              <WorkState work={work} />
            </Td>
            <Td label="Registered">
              <DateText at={work.createdAt} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function ownShare(work: WorkView): number {
  return work.authors.find((author) => author.you && author.state === "accepted")?.shareBps ?? 0;
}

/** Retired, waiting for co-authors, or whole. */
export function WorkState({ work }: { work: WorkView }) {
  if (work.retiredAt !== null) return <Badge>Retired</Badge>;
  if (work.authors.some(({ state }) => state === "declined"))
    return <Badge tone="bad">A share was declined</Badge>;
  if (work.heldBps > 0) return <Badge tone="waiting">Waits for co-authors</Badge>;
  return <Badge tone="good">All shares accepted</Badge>;
}
