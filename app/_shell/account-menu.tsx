import type { Viewer } from "@/app/_web/viewer";
import { Menu, type MenuGroup } from "@/ui/menu";
import { SignOut } from "./sign-out";

const KINDS: Record<string, string> = {
  platform: "Platform",
  lab: "Lab",
  collective: "Collective",
  operator: "Operator",
};

/** Everything this person may act for, one click away, and the way out. */
export function AccountMenu({ who }: { who: Viewer }) {
  const name = who.person.name ?? who.person.email ?? "You";
  const organisations = who.memberships.filter((membership) => membership.kind !== "operator");
  const groups: MenuGroup[] = [
    {
      label: name,
      links: [
        { href: "/me", label: "Your home", hint: "Handles, terms, deals and money" },
        { href: "/me/settings", label: "Settings", hint: "Sign-in and devices" },
      ],
    },
  ];
  groups.push({
    label: "Organisations",
    links: [
      ...organisations.map((membership) => ({
        href: `/o/${membership.organisationId}`,
        label: membership.name,
        hint: `${KINDS[membership.kind] ?? membership.kind}, ${membership.role}`,
      })),
      { href: "/me/organisations/new", label: "Sign up an organisation" },
    ],
  });
  if (who.isOperator) {
    groups.push({
      label: "Operator",
      links: [{ href: "/operator", label: "Running Remit", hint: "Parties, disputes, books, jobs" }],
    });
  }
  return (
    <Menu
      label={`${name}: your places`}
      trigger={<span className="max-w-40 truncate sm:max-w-60">{name}</span>}
      groups={groups}
      footer={<SignOut />}
    />
  );
}
