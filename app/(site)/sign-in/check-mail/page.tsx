import type { Metadata } from "next";
import { signInSettings } from "@/app/_web/sign-in";
import { LIMITS } from "@/kernel/limits";
import { LinkButton } from "@/ui/button";
import { Page } from "@/ui/page";
import { TextLink } from "@/ui/text-link";

export const metadata: Metadata = { title: "Check your mail", robots: { index: false } };

export default function CheckMailPage() {
  return (
    <Page
      title="Check your mail"
      lead={`If the address can receive mail, a sign-in link is on its way. It works once, for ${LIMITS.signInLinkMinutes} minutes.`}
      actions={
        signInSettings().devMailbox ? (
          <LinkButton href="/dev/mailbox">Open the built-in mailbox</LinkButton>
        ) : undefined
      }
    >
      <div className="max-w-[68ch]">
        <p>Open the link in this browser. You can close this page.</p>
        <p className="mt-3 text-muted">
          Nothing after a few minutes? Look among unwanted mail, or{" "}
          <TextLink href="/sign-in">ask for another link</TextLink>.
        </p>
      </div>
    </Page>
  );
}
