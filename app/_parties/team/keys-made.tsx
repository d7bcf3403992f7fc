import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { ApiKey } from "@/modules/identity/schema";
import type { Member } from "@/modules/parties/schema";
import { Banner } from "@/ui/page/banner";
import { TextLink } from "@/ui/text/text-link";

type Key = z.output<typeof ApiKey>;
type MemberItem = z.output<typeof Member>;

const livingOf = (keys: readonly Key[]) => keys.filter(({ state }) => state === "active");
const maker = (personId: string) => `user:${personId}`;

/** Names of the keys in use that a member made: they go on working when the member does not. */
export function keysMadeBy(keys: readonly Key[], personId: string): readonly string[] {
  return livingOf(keys).flatMap(({ createdBy, name }) => (createdBy === maker(personId) ? [name] : []));
}

/** Keys in use whose makers are members no more: somebody may still have their secrets. */
export function keysLeftBehind(keys: readonly Key[], members: readonly MemberItem[]): readonly string[] {
  const makers = new Set(members.map(({ personId }) => maker(personId)));
  return livingOf(keys).flatMap(({ createdBy, name }) =>
    createdBy.startsWith("user:") && !makers.has(createdBy) ? [name] : [],
  );
}

export function KeysLeft({ organisationId, names }: { organisationId: string; names: readonly string[] }) {
  const t = useTranslations("parties.team");
  if (names.length === 0) return null;
  return (
    <Banner tone="waiting" title={t("keysLeft", { n: names.length })}>
      <p>
        <span translate="no">{names.join(", ")}</span>.{" "}
        <TextLink href={`/o/${organisationId}/keys`}>{t("seeKeys")}</TextLink>
      </p>
    </Banner>
  );
}
