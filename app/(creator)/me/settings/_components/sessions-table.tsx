import type { z } from "zod";
import type { SessionList } from "@/modules/parties/schema";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { InstantText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { endOne, endOthers } from "../actions";

type Items = z.output<typeof SessionList>["items"];

export function SessionsTable({ sessions }: { sessions: Items }) {
  return (
    <div className="flex flex-col gap-5">
      <Table caption="Where you are signed in">
        <THead>
          <Tr>
            <Th>Device</Th>
            <Th>Signed in</Th>
            <Th>Last seen</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </Tr>
        </THead>
        <TBody>
          {sessions.map(({ id, userAgent, signedInAt, lastSeenAt, current }) => (
            <Tr key={id}>
              <Td>
                <span title={userAgent ?? undefined}>{deviceName(userAgent)}</span>{" "}
                {current && <Badge tone="good">This one</Badge>}
              </Td>
              <Td label="Signed in">
                <InstantText at={signedInAt} />
              </Td>
              <Td label="Last seen">
                <InstantText at={lastSeenAt} />
              </Td>
              <Td className="sm:text-right">
                <ActionForm action={endOne} className="inline-flex flex-col gap-2">
                  <input type="hidden" name="sessionId" value={id} />
                  <input type="hidden" name="current" value={current ? "1" : "0"} />
                  <SubmitButton variant="secondary" size="sm" pendingText="Signing out…">
                    Sign out<span className="sr-only"> of {deviceName(userAgent)}</span>
                  </SubmitButton>
                </ActionForm>
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      {sessions.length > 1 && (
        <ActionForm action={endOthers} success="You are signed out everywhere else.">
          <SubmitButton variant="danger" pendingText="Signing out…">
            Sign out everywhere else
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}

/** "Firefox on Linux", as far as the browser tells; the whole text is in the title. */
function deviceName(userAgent: string | null): string {
  if (userAgent === null) return "Unknown device";
  const find = (names: readonly [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = find([
    [/Edg\//, "Edge"],
    [/OPR\//, "Opera"],
    [/Firefox\//, "Firefox"],
    [/Chrome\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const system = find([
    [/Android/, "Android"],
    [/iPhone|iPad/, "iOS"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/Linux/, "Linux"],
  ]);
  return browser === undefined
    ? userAgent.slice(0, 40)
    : system === undefined
      ? browser
      : `${browser} on ${system}`;
}
