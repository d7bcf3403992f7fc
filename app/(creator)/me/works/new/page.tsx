import type { Metadata } from "next";
import { viewer } from "@/app/_web/viewer";
import { IDENTIFIER_SCHEMES, WORK_KINDS } from "@/modules/works/schema";
import { SCHEME_WORDS, WORK_KIND_WORDS } from "@/modules/works/words";
import { Page } from "@/ui/page";
import { RegisterWorkForm } from "../_components/register-work-form.client";

export const metadata: Metadata = { title: "Register a work" };

export default async function NewWorkPage() {
  const who = await viewer();
  return (
    <Page
      title="Register a work"
      lead="Say what it is, what it is recognised by, and who shares in it. Splits are agreed, so they cannot be edited later: retire the work and register it anew instead."
      breadcrumbs={[{ href: "/me/works", label: "Works" }]}
    >
      <RegisterWorkForm
        myName={who?.person.name ?? ""}
        kinds={WORK_KINDS.map((value) => ({ value, label: WORK_KIND_WORDS[value] }))}
        schemes={IDENTIFIER_SCHEMES.map((value) => ({
          value,
          label: SCHEME_WORDS[value].name,
          example: SCHEME_WORDS[value].example,
        }))}
      />
    </Page>
  );
}
