import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { signInSettings } from "@/app/_web/sign-in";
import { mySessions, mySignInMethods, whoAmI } from "@/modules/parties/queries/me";
import { KIND_WORDS, ROLE_WORDS } from "@/modules/parties/words";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Field, Input } from "@/ui/field";
import { Page, Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { SessionsTable } from "./_components/sessions-table";
import { WaysToSignIn } from "./_components/ways-to-sign-in";
import { saveProfile } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const [me, sessions, methods] = await Promise.all([
    read(whoAmI, {}),
    read(mySessions, {}),
    read(mySignInMethods, {}),
  ]);
  const signUp = (
    <LinkButton href="/me/organisations/new" variant="secondary">
      Sign up an organisation
    </LinkButton>
  );
  return (
    <Page
      title="Settings"
      lead="How you are called, where you are signed in, and the organisations you act for."
      actions={
        <LinkButton href="/me/activity" variant="secondary">
          Your activity
        </LinkButton>
      }
    >
      <Section title="You">
        <ActionForm action={saveProfile} success="Saved." keepAfterSuccess>
          <Field label="Name" name="name" required hint="Shown to the people you work with.">
            <Input name="name" autoComplete="name" maxLength={200} defaultValue={me.person?.name ?? ""} />
          </Field>
          <SubmitButton variant="secondary" pendingText="Saving…">
            Save
          </SubmitButton>
        </ActionForm>
      </Section>
      <Section title="Organisations" actions={me.memberships.length > 0 ? signUp : undefined}>
        {me.memberships.length === 0 ? (
          <Empty title="You act for yourself alone" action={signUp}>
            Platforms, labs and collectives have a place of their own, shared by their people.
          </Empty>
        ) : (
          <ul className="max-w-2xl">
            {me.memberships.map(({ organisationId, name, kind, role }) => (
              <li key={organisationId} className="border-b border-rule py-3 first:pt-0 last:border-b-0">
                <TextLink href={`/o/${organisationId}`}>{name}</TextLink>
                <span className="block text-sm text-muted">
                  {KIND_WORDS[kind].name}; you are {ROLE_WORDS[role].name.toLowerCase()}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Ways to sign in">
        <WaysToSignIn
          email={methods.email}
          linked={methods.providers}
          providers={signInSettings().providers}
        />
      </Section>
      <Section
        title="Where you are signed in"
        lead="A device you do not know? Sign it out; it cannot come back without your mail."
      >
        <SessionsTable sessions={sessions.items} />
      </Section>
    </Page>
  );
}
