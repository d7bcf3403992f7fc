import type { z } from "zod";
import type { Handle } from "@/modules/works/schema";
import { Badge } from "@/ui/badge";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

type HandleView = z.output<typeof Handle>;

const STATES: Record<HandleView["state"], { label: string; tone: "neutral" | "good" | "waiting" | "bad" }> = {
  pending: { label: "Not proved yet", tone: "waiting" },
  verified: { label: "Proved", tone: "good" },
  disputed: { label: "Disputed", tone: "bad" },
  released: { label: "Given up", tone: "neutral" },
  lost: { label: "Somebody else's", tone: "neutral" },
};

/** The names this person writes under, each with whether it is proved. */
export function MyHandles({ handles }: { handles: readonly HandleView[] }) {
  return (
    <Table caption="Your handles">
      <THead>
        <Tr>
          <Th>Handle</Th>
          <Th>Platform</Th>
          <Th>State</Th>
          <Th>Proved on</Th>
        </Tr>
      </THead>
      <TBody>
        {handles.map((handle) => (
          <Tr key={handle.id}>
            <Td label="Handle">
              <TextLink href={`/me/handles/${handle.id}`}>{handle.shownName}</TextLink>
            </Td>
            <Td label="Platform">{handle.platform.name}</Td>
            <Td label="State">
              <Badge tone={STATES[handle.state].tone}>{STATES[handle.state].label}</Badge>
            </Td>
            <Td label="Proved on">{handle.verifiedAt ? <DateText at={handle.verifiedAt} /> : "–"}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
