import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { getHandle } from "@/modules/works/queries";
import { HANDLE_STATE_WORDS, METHOD_WORDS } from "@/modules/works/words";
import { Badge } from "@/ui/badge";
import { Definitions } from "@/ui/definition";
import { InstantText } from "@/ui/numbers";
import { Page, Section } from "@/ui/page";
import { HandleNews } from "../_components/handle-news";
import { ProveHandle } from "../_components/prove-handle.client";
import { ReleaseHandle } from "../_components/release-handle";

export const metadata: Metadata = { title: "Handle" };

/** One handle: where it stands, proving it, and giving it up. */
export default async function HandlePage({ params }: { params: Promise<{ handleId: string }> }) {
  const { handleId } = await params;
  const handle = await read(getHandle, { handleId });
  const { proof, state } = handle;
  const open = state === "pending" || state === "disputed";
  const words = HANDLE_STATE_WORDS[state];
  const waiting =
    proof?.state === "waiting"
      ? { proofId: proof.id, method: proof.method, target: proof.target, expiresAt: proof.expiresAt }
      : null;
  return (
    <Page
      title={handle.shownName}
      lead={`On ${handle.platform.name}`}
      breadcrumbs={[{ href: "/me/handles", label: "Handles" }]}
      actions={
        (state === "pending" || state === "verified") && (
          <ReleaseHandle handleId={handle.id} proved={state === "verified"} />
        )
      }
    >
      <HandleNews handle={handle} />
      {open && (
        <Section
          id="prove"
          title={state === "disputed" ? "Add another proof as evidence" : "Prove that it is yours"}
          lead="Only who holds the handle can do what we ask for. We never ask for a password."
        >
          <ProveHandle
            handleId={handle.id}
            host={handle.platform.host}
            profileAddress={handle.profileAddress}
            methods={handle.methods.map((value) => ({
              value,
              label: METHOD_WORDS[value].name,
              hint: METHOD_WORDS[value].means,
            }))}
            waiting={waiting}
          />
        </Section>
      )}
      <Section title="Record">
        <Definitions
          items={[
            { term: "State", value: <Badge tone={words.tone}>{words.label}</Badge> },
            {
              term: "Compared as",
              value: handle.name,
              hint: "How manifests and the books write this handle.",
            },
            { term: "Claimed", value: <InstantText at={handle.createdAt} /> },
            ...(handle.verifiedAt ? [{ term: "Proved", value: <InstantText at={handle.verifiedAt} /> }] : []),
            ...(proof
              ? [{ term: "Last proof", value: METHOD_WORDS[proof.method].name, hint: proof.target }]
              : []),
            ...(proof?.lastCheck
              ? [
                  {
                    term: "We last looked",
                    value: <InstantText at={proof.lastCheck.startedAt} />,
                    hint: proof.lastCheck.message ?? "Still looking, or interrupted: you can check again.",
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </Page>
  );
}
