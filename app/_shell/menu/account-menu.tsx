import { useTranslations } from "next-intl";
import type { Viewer } from "@/app/_web/page/viewer";
import { Menu, type MenuGroup } from "@/ui/layer/menu";
import { SignOut } from "./sign-out";

/** Everything this person may act for, one click away, and the way out. */
export function AccountMenu({ who }: { who: Viewer }) {
  const t = useTranslations("shell.menu");
  const name = who.person.name ?? who.person.email ?? t("you");
  const organisations = who.memberships.filter((membership) => membership.kind !== "operator");
  const groups: MenuGroup[] = [
    {
      label: name,
      ownName: true,
      links: [
        { href: "/me", label: t("home"), hint: t("homeHint") },
        { href: "/me/settings", label: t("settings"), hint: t("settingsHint") },
      ],
    },
    {
      label: t("organisations"),
      links: [
        ...organisations.map((membership) => ({
          href: `/o/${membership.organisationId}`,
          label: <span translate="no">{membership.name}</span>,
          hint: t("hint", { kind: t(`kind.${membership.kind}`), role: t(`role.${membership.role}`) }),
        })),
        { href: "/me/organisations/new", label: t("newOrganisation") },
      ],
    },
  ];
  if (who.isOperator || who.needsSecondStep) {
    groups.push({
      label: t("operator"),
      links: [{ href: "/operator", label: t("running"), hint: t("runningHint") }],
    });
  }
  return (
    <Menu
      label={t("label", { name })}
      ownName
      trigger={<span className="max-w-14 truncate min-[26rem]:max-w-40 sm:max-w-60">{name}</span>}
      groups={groups}
      footer={<SignOut />}
    />
  );
}
