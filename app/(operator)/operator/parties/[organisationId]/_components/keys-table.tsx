import { useTranslations } from "next-intl";
import type { z } from "zod";
import { KeyExpiry } from "@/app/_parties/keys/key-expiry";
import type { ApiKeyList } from "@/modules/identity/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

export function KeysTable({ keys }: { keys: z.output<typeof ApiKeyList>["items"] }) {
  const t = useTranslations("operator.party");
  return (
    <Table caption={t("keys")}>
      <THead>
        <Tr>
          <Th>{t("key")}</Th>
          <Th>{t("may")}</Th>
          <Th>{t("made")}</Th>
          <Th>{t("lastUsed")}</Th>
          <Th>{t("expiry")}</Th>
          <Th>
            <span className="sr-only">{t("trace")}</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {keys.map((key) => (
          <Tr key={key.id}>
            <Td>
              <span translate="no">
                {key.name}
                <span className="block font-mono text-xs text-muted">{key.prefix}…</span>
              </span>
              {key.state === "revoked" && <Badge tone="bad">{t("revoked")}</Badge>}
            </Td>
            <Td label={t("may")}>
              {t(key.scopes.some((scope) => scope.endsWith(":write")) ? "readAndWrite" : "readOnly")}
            </Td>
            <Td label={t("made")}>
              <DateText at={key.createdAt} />
            </Td>
            <Td label={t("lastUsed")}>
              {key.lastUsedAt === null ? t("never") : <DateText at={key.lastUsedAt} />}
            </Td>
            <Td label={t("expiry")}>
              <KeyExpiry item={key} />
            </Td>
            <Td className="sm:text-right">
              <TextLink href={`/operator/audit?actor=${key.id}`}>{t("trace")}</TextLink>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
