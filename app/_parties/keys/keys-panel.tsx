import { read } from "@/app/_web/page";
import { listApiKeys, listGrantableScopes } from "@/modules/parties/queries/api-keys";
import { scopeWords } from "@/modules/parties/words";
import { Empty } from "@/ui/empty";
import { Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { KeysTable } from "./keys-table";
import { NewKeyForm } from "./new-key-form.client";

/** The keys of an organisation, or (null) of the person who looks: the list, and making one. */
export async function KeysPanel({ organisationId }: { organisationId: string | null }) {
  const [keys, grantable] = await Promise.all([
    read(listApiKeys, { organisationId }),
    read(listGrantableScopes, { organisationId }),
  ]);
  const mayMake = grantable.scopes.includes("parties:write");
  return (
    <>
      <Section title="Keys">
        {keys.items.length === 0 ? (
          <Empty title="No keys yet">
            A key lets a program act here through the <TextLink href="/docs/api">API</TextLink>, as far as you
            allow.
          </Empty>
        ) : (
          <KeysTable keys={keys.items} mayRevoke={mayMake} />
        )}
      </Section>
      <Section title="Make a key">
        {mayMake ? (
          <NewKeyForm
            organisationId={organisationId}
            scopes={grantable.scopes.map((value) => ({ value, label: scopeWords(value) }))}
          />
        ) : (
          <p className="text-muted">Your role reads keys but does not make them. Ask an owner or admin.</p>
        )}
      </Section>
    </>
  );
}
