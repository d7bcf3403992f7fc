import { useTranslations } from "next-intl";
import { ROLES, type Role } from "@/kernel/actor";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";

const ACTS = ["read", "work", "deals", "people", "owners"] as const;
type Act = (typeof ACTS)[number];

/** As kernel/actor.ts and modules/parties/domain/roles.ts have it. */
const MAY: Readonly<Record<Role, readonly Act[]>> = {
  owner: ACTS,
  admin: ["read", "work", "deals", "people"],
  analyst: ["read", "work"],
  billing: ["read"],
};

/** What each role may do, act by act. */
export function RolesTable() {
  const t = useTranslations("parties");
  return (
    <Table caption={t("team.roles")}>
      <THead>
        <Tr>
          <Th>{t("team.act")}</Th>
          {ROLES.map((role) => (
            <Th key={role} className="text-center">
              {t(`role.${role}.name`)}
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {ACTS.map((act) => (
          <Tr key={act}>
            <Td className="font-medium sm:font-normal">{t(`team.mayTable.${act}`)}</Td>
            {ROLES.map((role) => (
              <Td key={role} label={t(`role.${role}.name`)} className="sm:text-center">
                {MAY[role].includes(act) ? (
                  <span className="text-accent">{t("team.yes")}</span>
                ) : (
                  <span className="text-muted">{t("team.no")}</span>
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
