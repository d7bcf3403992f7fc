import { read } from "@/app/_web/page";
import { getProofRule } from "@/modules/works/queries";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Checkbox, Field, Input } from "@/ui/field";
import { Section } from "@/ui/page";
import { saveProofRule } from "./actions";

/** How the people of a platform prove their handles; for its owners and admins. */
export async function ProofRuleSection({
  organisationId,
  host,
}: {
  organisationId: string;
  host: string | null;
}) {
  const rule = await read(getProofRule, { organisationId });
  return (
    <Section
      title="How your contributors prove their handles"
      lead="Beside your attestation key. Proofs that stand are not touched by a change."
    >
      <ActionForm action={saveProofRule} success="Saved." keepAfterSuccess>
        <input type="hidden" name="organisationId" value={organisationId} />
        <Checkbox
          name="pageCode"
          defaultChecked={rule.pageCode}
          label="By a code in a public page"
          hint="Switch this off if others can write on a contributor's page and you have deposited a key."
        />
        <Field
          label="A contributor's own page"
          name="profileTemplate"
          optional
          hint="With {name} where the name stands. Then the code counts on that page only; without it, on any page of yours whose address names the handle."
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
          label="Contributors are domains"
          hint="Names such as example.org are then proved by a DNS record, a file or a tag on that domain."
        />
        <SubmitButton pendingText="Saving…">Save the proof rules</SubmitButton>
      </ActionForm>
    </Section>
  );
}
