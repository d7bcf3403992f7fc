import type { z } from "zod";
import type { WaitingShape } from "@/modules/allocation/own-schema";
import type { Handle } from "@/modules/works/schema";
import { HANDLE_STATE_WORDS } from "@/modules/works/words";
import { Badge } from "@/ui/badge";
import { MoneyText } from "@/ui/money";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

type Waiting = z.output<typeof WaitingShape>;

/** A person's handles; those not proved yet with the money that waits for the proof. */
export function HandleTable({
  handles,
  waiting,
}: {
  handles: readonly z.output<typeof Handle>[];
  waiting: readonly Waiting[];
}) {
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
                <WaitingMoney waiting={waiting.filter((one) => one.handleId === handle.id)} />
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

function WaitingMoney({ waiting }: { waiting: readonly Waiting[] }) {
  return waiting.map(({ amount }) => (
    <span key={amount.currency} className="block text-sm text-waiting">
      <MoneyText money={amount} /> waiting for your proof
    </span>
  ));
}
