import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { LIMITS } from "@/kernel/limits";
import { listApiKeys, listGrantableScopes } from "@/modules/identity/queries/api-keys";
import { Empty } from "@/ui/page/empty";
import { Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { EXPIRY_DAYS, NO_EXPIRY } from "./expiry";
import { KeysTable } from "./keys-table";
import { type KeyFormWords, NewKeyForm } from "./new-key-form.client";
import { scopeText } from "./scope-text";

/** The keys of an organisation, or (null) of the person who looks: the list, and making one. */
export async function KeysPanel({ organisationId }: { organisationId: string | null }) {
  const [t, keys, grantable, words] = await Promise.all([
    getTranslations("settings.keys"),
    read(listApiKeys, { organisationId }),
    read(listGrantableScopes, { organisationId }),
    formWords(),
  ]);
  const mayMake = grantable.scopes.includes("parties:write");
  return (
    <>
      <Section title={t("list")}>
        {keys.items.length === 0 ? (
          <Empty title={t("emptyTitle")}>
            {t.rich("emptyBody", { a: (chunks) => <TextLink href="/docs/api">{chunks}</TextLink> })}
          </Empty>
        ) : (
          <KeysTable keys={keys.items} mayRevoke={mayMake} />
        )}
      </Section>
      <Section title={t("make")}>
        {mayMake ? (
          <NewKeyForm
            organisationId={organisationId}
            words={words}
            expiries={[
              ...EXPIRY_DAYS.map((n) => ({ value: String(n), label: t("days", { n }) })),
              { value: NO_EXPIRY, label: t("noExpiry") },
            ]}
            scopes={grantable.scopes.map((value) => ({ value, label: scopeText(t, value) }))}
          />
        ) : (
          <p className="text-muted">{t("mayNot")}</p>
        )}
      </Section>
    </>
  );
}

/** The form's words, handed over one by one: the whole namespace would travel with every page that has keys. */
async function formWords(): Promise<KeyFormWords> {
  const t = await getTranslations("settings.keys");
  return {
    ready: t("ready", { name: "{name}" }),
    secret: t("secret"),
    use: t.markup("use", { c: (chunks) => chunks }),
    name: t("name"),
    nameHint: t("nameHint"),
    namePlaceholder: t("namePlaceholder"),
    expiry: t("expiry"),
    expiryHint: t("expiryHint", { days: LIMITS.apiKeyWarningDays }),
    mayDo: t("mayDoQuestion"),
    readOnly: t("readOnly"),
    readOnlyHint: t("readOnlyHint"),
    all: t("all"),
    allHint: t("allHint"),
    chosen: t("chosen"),
    scopes: t("scopes"),
    submit: t("submit"),
    pending: t("pending"),
  };
}
