import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { MemberList } from "@/modules/parties/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

export function MembersTable({ members }: { members: z.output<typeof MemberList>["items"] }) {
  const t = useTranslations("operator.party");
  const roles = useTranslations("operator.role");
  return (
    <Table caption={t("members")}>
      <THead>
        <Tr>
          <Th>{t("person")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("joined")}</Th>
          <Th>
            <span className="sr-only">{t("trace")}</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {members.map(({ personId, name, email, role, joinedAt }) => (
          <Tr key={personId}>
            <Td>
              <span translate="no">
                <span className="font-medium">{name ?? personId}</span>
                <span className="block text-sm break-all text-muted">{email}</span>
              </span>
            </Td>
            <Td label={t("role")}>{roles(role)}</Td>
            <Td label={t("joined")}>
              <DateText at={joinedAt} />
            </Td>
            <Td className="sm:text-right">
              <TextLink href={`/operator/audit?actor=${personId}`}>{t("trace")}</TextLink>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
