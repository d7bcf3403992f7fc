import type { z } from "zod";
import type { ApiKey } from "@/modules/parties/schema";
import { scopeWords } from "@/modules/parties/words";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Badge } from "@/ui/badge";
import { Dialog } from "@/ui/dialog";
import { DateText, InstantText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { revokeKey } from "./actions";

type Key = z.output<typeof ApiKey>;

export function KeysTable({ keys, mayRevoke }: { keys: readonly Key[]; mayRevoke: boolean }) {
  return (
    <Table caption="API keys">
      <THead>
        <Tr>
          <Th>Name</Th>
          <Th>May do</Th>
          <Th>Made</Th>
          <Th>Last used</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {keys.map((key) => (
          <Tr key={key.id}>
            <Td>
              <span className="font-medium">{key.name}</span>
              <span className="block font-mono text-sm text-muted">{key.prefix}…</span>
            </Td>
            <Td label="May do">
              <Scopes scopes={key.scopes} />
            </Td>
            <Td label="Made">
              <DateText at={key.createdAt} />
            </Td>
            <Td label="Last used">
              {key.lastUsedAt === null ? (
                <span className="text-muted">Never</span>
              ) : (
                <InstantText at={key.lastUsedAt} />
              )}
            </Td>
            <Td className="sm:text-right">
              {key.revokedAt !== null ? (
                <Badge tone="bad">Revoked</Badge>
              ) : (
                mayRevoke && <Revoke id={key.id} name={key.name} />
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Scopes({ scopes }: { scopes: Key["scopes"] }) {
  const writes = scopes.filter((scope) => scope.endsWith(":write")).length;
  return (
    <details>
      <summary className="cursor-pointer">
        {writes === 0 ? "Reads only" : "Reads and changes"} ({scopes.length}{" "}
        {scopes.length === 1 ? "scope" : "scopes"})
      </summary>
      <ul className="mt-1 text-left text-sm text-muted">
        {scopes.map((scope) => (
          <li key={scope}>{scopeWords(scope)}</li>
        ))}
      </ul>
    </details>
  );
}

function Revoke({ id, name }: { id: string; name: string }) {
  return (
    <Dialog
      trigger={
        <>
          Revoke<span className="sr-only"> {name}</span>
        </>
      }
      title={`Revoke “${name}”?`}
      lead="Programs that use it are refused from this moment on. A revoked key cannot be brought back."
      variant="danger"
      size="sm"
    >
      <ActionForm action={revokeKey}>
        <input type="hidden" name="keyId" value={id} />
        <SubmitButton variant="danger" pendingText="Revoking…">
          Revoke the key
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
