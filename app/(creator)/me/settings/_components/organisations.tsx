import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { MyMembership } from "@/modules/parties/schema";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { TextLink } from "@/ui/text/text-link";

/** The organisations one acts for, and as what. */
export async function Organisations({
  memberships,
}: {
  memberships: readonly z.output<typeof MyMembership>[];
}) {
  const t = await getTranslations("settings");
  if (memberships.length === 0)
    return (
      <Empty
        title={t("organisations.emptyTitle")}
        action={
          <LinkButton href="/me/organisations/new" variant="secondary">
            {t("organisations.signUp")}
          </LinkButton>
        }
      >
        {t("organisations.emptyBody")}
      </Empty>
    );
  return (
    <ul className="max-w-2xl">
      {memberships.map(({ organisationId, name, kind, role }) => (
        <li key={organisationId} className="border-b border-rule py-3 first:pt-0 last:border-b-0">
          <TextLink href={`/o/${organisationId}`} translate="no">
            {name}
          </TextLink>
          <span className="block text-sm text-muted">
            {t("organisations.role", { kind: t(`kinds.${kind}`), role: t(`roles.${role}`) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
