import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { getProofRule } from "@/modules/handles/queries";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Checkbox, Field, Input } from "@/ui/input/field";
import { Section } from "@/ui/page/page";
import { Version } from "@/ui/text/version";
import { saveProofRule } from "./actions";

/** How the people of a platform prove their handles; for its owners and admins. */
export async function ProofRuleSection({
  organisationId,
  host,
}: {
  organisationId: string;
  host: string | null;
}) {
  const [t, rule] = await Promise.all([
    getTranslations("works.proofRules"),
    read(getProofRule, { organisationId }),
  ]);
  return (
    <Section title={t("title")} lead={t("lead")}>
      <ActionForm action={saveProofRule} success={t("saved")} keepAfterSuccess>
        <input type="hidden" name="organisationId" value={organisationId} />
        <Version value={rule.version} />
        <Checkbox
          name="pageCode"
          defaultChecked={rule.pageCode}
          label={t("pageCode")}
          hint={t("pageCodeHint")}
        />
        <Field
          label={t("profile")}
          name="profileTemplate"
          optional
          hint={t("profileHint", { place: "{name}" })}
        >
          <Input
            name="profileTemplate"
            inputMode="url"
            spellCheck={false}
            defaultValue={rule.profileTemplate ?? ""}
            placeholder={`https://${host ?? "forum.example"}/user/{name}`}
          />
        </Field>
        <Checkbox
          name="namesAreHosts"
          defaultChecked={rule.namesAreHosts}
          label={t("hosts")}
          hint={t("hostsHint")}
        />
        <SubmitButton pendingText={t("saving")}>{t("save")}</SubmitButton>
      </ActionForm>
    </Section>
  );
}
