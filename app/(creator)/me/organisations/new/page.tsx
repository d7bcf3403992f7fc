import type { Metadata } from "next";
import { HANDLE_CASE_OPTIONS } from "@/app/_parties/handle-case-options";
import { KIND_WORDS } from "@/modules/parties/words";
import { Page } from "@/ui/page";
import { SignUpForm } from "./_components/sign-up-form.client";

export const metadata: Metadata = { title: "Sign up an organisation" };

const KINDS = (["platform", "lab", "collective"] as const).map((value) => ({
  value,
  label: KIND_WORDS[value].name,
  hint: KIND_WORDS[value].means,
}));

export default function SignUpOrganisationPage() {
  return (
    <Page
      title="Sign up an organisation"
      lead="You become its first owner and can invite others. The operator verifies who you are before money moves."
      breadcrumbs={[{ href: "/me/settings", label: "Settings" }]}
    >
      <SignUpForm kinds={KINDS} handleCases={HANDLE_CASE_OPTIONS} />
    </Page>
  );
}
