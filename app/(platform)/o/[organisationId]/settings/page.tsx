import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StateBadge } from "@/app/_parties/state-badge";
import { read } from "@/app/_web/page/page";
import { ProofRuleSection } from "@/app/_works/proof-rule-section";
import { getOrganisation } from "@/modules/parties/queries/organisations";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input, RadioGroup, Textarea } from "@/ui/input/field";
import { Page, Section } from "@/ui/page/page";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { DateText } from "@/ui/text/numbers";
import { Version } from "@/ui/text/version";
import { saveOrganisationSettings } from "./actions";

const CASES = ["insensitive", "sensitive", "opaque"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("parties.settings");
  return { title: t("title") };
}

export default async function OrganisationSettingsPage({
  params,
}: {
  params: Promise<{ organisationId: string }>;
}) {
  const { organisationId } = await params;
  const [t, organisation] = await Promise.all([
    getTranslations("parties"),
    read(getOrganisation, { organisationId }),
  ]);
  const { name, kind, state, createdAt, myRole, host, handleCase, attestationKey } = organisation;
  const mayChange = myRole === "owner" || myRole === "admin";
  const isPlatform = kind === "platform";
  // Claims were compared by it, so a verified platform reads how names compare and does not choose it.
  const isFixed = state === "verified";
  return (
    <Page
      title={t("settings.title")}
      lead={t.rich("settings.lead", { name: () => <span translate="no">{name}</span> })}
    >
      <Definitions
        items={[
          { term: t("settings.kind"), value: t(`kind.${kind}.name`), hint: t(`kind.${kind}.means`) },
          { term: t("settings.state"), value: <StateBadge state={state} /> },
          { term: t("settings.since"), value: <DateText at={createdAt} /> },
          {
            term: t("settings.id"),
            value: <Code inline>{organisationId}</Code>,
            hint: t("settings.idHint"),
          },
          ...(isPlatform && (isFixed || !mayChange)
            ? [
                {
                  term: t("settings.case"),
                  value: t(`case.${handleCase}.name`),
                  hint: isFixed && t("settings.caseHint"),
                },
              ]
            : []),
          ...(mayChange || !isPlatform
            ? []
            : [
                {
                  term: t("settings.host"),
                  value: host === null ? t("settings.noHost") : <span translate="no">{host}</span>,
                },
              ]),
        ]}
      />
      {mayChange && (
        <Section title={t("settings.change")}>
          <ActionForm action={saveOrganisationSettings} success={t("settings.saved")} keepAfterSuccess>
            <input type="hidden" name="organisationId" value={organisationId} />
            <Version value={organisation.version} />
            <Field label={t("settings.name")} name="name" required>
              <Input name="name" defaultValue={name} />
            </Field>
            {isPlatform && (
              <>
                <Field label={t("settings.host")} name="host" optional hint={t("settings.hostHint")}>
                  <Input name="host" inputMode="url" defaultValue={host ?? ""} placeholder="forum.example" />
                </Field>
                {!isFixed && (
                  <RadioGroup
                    label={t("settings.case")}
                    name="handleCase"
                    hint={t("settings.caseHint")}
                    defaultValue={handleCase}
                    options={CASES.map((value) => ({
                      value,
                      label: t(`case.${value}.name`),
                      hint: t(`case.${value}.hint`),
                    }))}
                  />
                )}
                <Field label={t("settings.key")} name="attestationKey" optional hint={t("settings.keyHint")}>
                  <Textarea
                    name="attestationKey"
                    rows={6}
                    translate="no"
                    spellCheck={false}
                    className="font-mono text-sm"
                    defaultValue={attestationKey === null ? "" : JSON.stringify(attestationKey, null, 2)}
                  />
                </Field>
              </>
            )}
            <SubmitButton pendingText={t("settings.saving")}>{t("settings.save")}</SubmitButton>
          </ActionForm>
        </Section>
      )}
      {!mayChange && <p className="text-muted">{t("settings.readOnly")}</p>}
      {mayChange && isPlatform && <ProofRuleSection organisationId={organisationId} host={host} />}
    </Page>
  );
}
