import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { viewInvitation } from "@/modules/parties/queries/organisations";
import { KIND_WORDS, ROLE_WORDS } from "@/modules/parties/words";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Banner } from "@/ui/banner";
import { LinkButton } from "@/ui/button";
import { Definitions } from "@/ui/definition";
import { InstantText } from "@/ui/numbers";
import { Page } from "@/ui/page";
import { accept } from "./actions";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: { index: false } };

/** What an invitation's link shows, and accepting it as the person it was sent to. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await read(viewInvitation, { token });
  const { organisationName, organisationKind, role, email, signedInAs, expiresAt } = invitation;
  const signIn = `/sign-in?callbackUrl=${encodeURIComponent(`/invitations/${token}`)}`;
  return (
    <Page title={`Join ${organisationName}`} lead="You are invited to act for this organisation on Remit.">
      <Definitions
        items={[
          { term: "Organisation", value: organisationName, hint: KIND_WORDS[organisationKind].means },
          { term: "Your role", value: ROLE_WORDS[role].name, hint: ROLE_WORDS[role].means },
          { term: "For the address", value: email },
          { term: "Runs out", value: <InstantText at={expiresAt} /> },
        ]}
      />
      {signedInAs === email && (
        <ActionForm action={accept}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton pendingText="Joining…">Join {organisationName}</SubmitButton>
        </ActionForm>
      )}
      {signedInAs === null && (
        <div>
          <LinkButton href={signIn}>Sign in as {email}</LinkButton>
        </div>
      )}
      {signedInAs !== null && signedInAs !== email && (
        <Banner tone="waiting" title={`You are signed in as ${signedInAs}`}>
          The invitation is for {email}. Sign out (in the menu above), then open this link again and sign in
          with that address.
        </Banner>
      )}
    </Page>
  );
}
