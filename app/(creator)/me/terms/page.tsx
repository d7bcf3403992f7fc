import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { termsEditor } from "@/modules/consent/queries/terms-editor";
import { Banner } from "@/ui/banner";
import { LinkButton } from "@/ui/button";
import { InstantText } from "@/ui/numbers";
import { Page } from "@/ui/page";
import { ScopePicker } from "./_components/scope-picker";
import { TermsEditor } from "./_components/terms-editor.client";

export const metadata: Metadata = { title: "Your terms" };

type Search = Promise<Partial<Record<"scope" | "handle" | "prefix", string>>>;

/** Where a person says what may be done with what they made. */
export default async function TermsPage({ searchParams }: { searchParams: Search }) {
  const asked = await searchParams;
  const { handle, prefix } = asked;
  const { scopes, added, prefixFault } = await read(
    termsEditor,
    handle && prefix ? { handleId: handle, prefix } : {},
  );
  const wanted = added ?? asked.scope;
  const chosen = scopes.find((scope) => scope.key === wanted) ?? scopes[0];
  if (chosen === undefined)
    throw new Error("invariant broken: everybody has a scope for everything they make");
  return (
    <Page
      title="Your terms"
      lead="You decide what your words may be used for. Nothing here is answered for you, and you can change every answer."
      actions={
        <LinkButton href="/me/terms/history" variant="secondary">
          History
        </LinkButton>
      }
    >
      <ScopePicker
        scopes={scopes}
        chosen={chosen}
        prefixFault={prefixFault}
        asked={{ handle: handle ?? "", prefix: prefix ?? "" }}
      />
      {chosen.scheduled.map((version) => (
        <Banner key={version.id} tone="waiting" title="A change is on its way">
          From <InstantText at={version.effectiveFrom} /> on: {version.inWords.join(" ")} What you save now
          replaces it.
        </Banner>
      ))}
      <TermsEditor key={chosen.key} scope={chosen} />
    </Page>
  );
}
