import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { now } from "@/app/_web/page/now";
import type { ApiKey } from "@/modules/identity/schema";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Dialog } from "@/ui/layer/dialog";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { DateText, RelativeText } from "@/ui/text/numbers";
import { revokeKey } from "./actions";
import { KeyExpiry } from "./key-expiry";
import { scopeText } from "./scope-text";

type Key = z.output<typeof ApiKey>;
type Words = Awaited<ReturnType<typeof getTranslations<"settings.keys">>>;

export async function KeysTable({ keys, mayRevoke }: { keys: readonly Key[]; mayRevoke: boolean }) {
  const t = await getTranslations("settings.keys");
  return (
    <Table caption={t("list")}>
      <THead>
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("mayDo")}</Th>
          <Th className="sm:max-lg:hidden">{t("made")}</Th>
          <Th>{t("lastUsed")}</Th>
          <Th>{t("expiry")}</Th>
          <Th>
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {keys.map((key) => (
          <Tr key={key.id}>
            <Td>
              <span className="font-medium" translate="no">
                {key.name}
              </span>
              <span className="block font-mono text-sm text-muted" translate="no">
                {key.prefix}…
              </span>
              {/* Where six columns are too many, and a card is not needed yet. */}
              <span className="hidden text-sm text-muted sm:max-lg:block">
                {t("made")} <DateText at={key.createdAt} />
              </span>
            </Td>
            <Td label={t("mayDo")}>
              <Scopes scopes={key.scopes} t={t} />
            </Td>
            <Td label={t("made")} className="sm:max-lg:hidden">
              <DateText at={key.createdAt} />
            </Td>
            <Td label={t("lastUsed")}>
              {key.lastUsedAt === null ? (
                <span className="text-muted">{t("never")}</span>
              ) : (
                <RelativeText at={key.lastUsedAt} now={now()} />
              )}
            </Td>
            <Td label={t("expiry")}>
              <KeyExpiry item={key} />
            </Td>
            <Td className="sm:text-right">
              {key.state === "revoked" && <Badge tone="bad">{t("revoked")}</Badge>}
              {key.state === "active" && mayRevoke && <Revoke id={key.id} name={key.name} t={t} />}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Scopes({ scopes, t }: { scopes: Key["scopes"]; t: Words }) {
  const writes = scopes.filter((scope) => scope.endsWith(":write")).length;
  return (
    <details>
      <summary className="cursor-pointer">
        {t(writes === 0 ? "reads" : "changes", { n: scopes.length })}
      </summary>
      <ul className="mt-1 text-left text-sm text-muted">
        {scopes.map((scope) => (
          <li key={scope}>{scopeText(t, scope)}</li>
        ))}
      </ul>
    </details>
  );
}

function Revoke({ id, name, t }: { id: string; name: string; t: Words }) {
  return (
    <Dialog
      trigger={
        <>
          <span aria-hidden="true">{t("revoke")}</span>
          <span className="sr-only">
            {t.rich("revokeOf", { x: (chunks) => <span translate="no">{chunks}</span>, name })}
          </span>
        </>
      }
      title={t("revokeTitle", { name })}
      lead={t("revokeLead")}
      variant="danger"
      size="sm"
    >
      <ActionForm action={revokeKey}>
        <input type="hidden" name="keyId" value={id} />
        <SubmitButton variant="danger" pendingText={t("revoking")}>
          {t("revokeSubmit")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
