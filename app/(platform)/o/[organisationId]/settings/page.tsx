import type { Metadata } from "next";
import { HANDLE_CASE_OPTIONS } from "@/app/_parties/handle-case-options";
import { StateBadge } from "@/app/_parties/state-badge";
import { read } from "@/app/_web/page";
import { ProofRuleSection } from "@/app/_works/proof-rule-section";
import { getOrganisation } from "@/modules/parties/queries/organisations";
import { KIND_WORDS } from "@/modules/parties/words";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Definitions } from "@/ui/definition";
import { Field, Input, RadioGroup, Textarea } from "@/ui/field";
import { DateText } from "@/ui/numbers";
import { Page, Section } from "@/ui/page";
import { saveOrganisationSettings } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default async function OrganisationSettingsPage({
  params,
}: {
  params: Promise<{ organisationId: string }>;
}) {
  const { organisationId } = await params;
  const organisation = await read(getOrganisation, { organisationId });
  const { name, kind, state, createdAt, myRole, host, handleCase, attestationKey } = organisation;
  const mayChange = myRole === "owner" || myRole === "admin";
  const isPlatform = kind === "platform";
  return (
    <Page title="Settings" lead={`How ${name} is known to people and programs.`}>
      <Definitions
        items={[
          { term: "Kind", value: KIND_WORDS[kind].name, hint: KIND_WORDS[kind].means },
          { term: "State", value: <StateBadge state={state} /> },
          { term: "Here since", value: <DateText at={createdAt} /> },
          { term: "Id", value: organisationId, hint: "For the API" },
          ...(mayChange || !isPlatform ? [] : [{ term: "Host", value: host ?? "Not given" }]),
        ]}
      />
      {mayChange && (
        <Section title="Change">
          <ActionForm action={saveOrganisationSettings} success="Saved." keepAfterSuccess>
            <input type="hidden" name="organisationId" value={organisationId} />
            <Field label="Name" name="name" required>
              <Input name="name" maxLength={200} defaultValue={name} />
            </Field>
            {isPlatform && (
              <>
                <Field
                  label="Host"
                  name="host"
                  optional
                  hint="Where what people wrote can be found. Changing it means being verified again."
                >
                  <Input name="host" inputMode="url" defaultValue={host ?? ""} placeholder="forum.example" />
                </Field>
                <RadioGroup
                  label="How members' names compare"
                  name="handleCase"
                  hint="Fixed once you are verified: claims were compared by it."
                  defaultValue={handleCase}
                  options={HANDLE_CASE_OPTIONS}
                />
                <Field
                  label="Attestation key"
                  name="attestationKey"
                  optional
                  hint="The public key (JWK) of the tokens with which you vouch that a member is who they say."
                >
                  <Textarea
                    name="attestationKey"
                    rows={6}
                    spellCheck={false}
                    className="font-mono text-sm"
                    defaultValue={attestationKey === null ? "" : JSON.stringify(attestationKey, null, 2)}
                  />
                </Field>
              </>
            )}
            <SubmitButton pendingText="Saving…">Save</SubmitButton>
          </ActionForm>
        </Section>
      )}
      {mayChange && isPlatform && <ProofRuleSection organisationId={organisationId} host={host} />}
    </Page>
  );
}
