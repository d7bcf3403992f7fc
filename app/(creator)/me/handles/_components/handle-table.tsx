import type { z } from "zod";
import type { Handle } from "@/modules/works/schema";
import { HANDLE_STATE_WORDS } from "@/modules/works/words";
import { Badge } from "@/ui/badge";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

export function HandleTable({ handles }: { handles: readonly z.output<typeof Handle>[] }) {
  return (
    <Table caption="Your handles">
      <THead>
        <Tr>
          <Th>Handle</Th>
          <Th>Platform</Th>
          <Th>State</Th>
          <Th>Since</Th>
          <Th>Next</Th>
        </Tr>
      </THead>
      <TBody>
        {handles.map((handle) => {
          const words = HANDLE_STATE_WORDS[handle.state];
          return (
            <Tr key={handle.id}>
              <Td label="Handle">
                <TextLink href={`/me/handles/${handle.id}`}>{handle.shownName}</TextLink>
              </Td>
              <Td label="Platform">{handle.platform.name}</Td>
              <Td label="State">
                <Badge tone={words.tone}>{words.label}</Badge>
              </Td>
              <Td label="Since">
                <DateText at={handle.verifiedAt ?? handle.createdAt} />
              </Td>
              <Td label="Next">
                {handle.state === "pending" || handle.state === "disputed" ? (
                  <TextLink href={`/me/handles/${handle.id}#prove`}>
                    {words.next}
                    <span className="sr-only">: {handle.shownName}</span>
                  </TextLink>
                ) : (
                  <span className="text-muted">{words.next}</span>
                )}
              </Td>
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}
