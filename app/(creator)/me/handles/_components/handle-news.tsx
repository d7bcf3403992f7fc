import type { z } from "zod";
import type { Handle } from "@/modules/works/schema";
import { Banner } from "@/ui/banner";
import { LinkButton } from "@/ui/button";

/** What the state of a handle means for the person, in two sentences. */
export function HandleNews({ handle }: { handle: z.output<typeof Handle> }) {
  const { state, shownName, platform } = handle;
  switch (state) {
    case "pending":
      return handle.heldByAnother ? (
        <Banner tone="waiting" title="Somebody else has proved this handle.">
          If it is yours, prove it too: its money is then held, both of you are told, and an operator compares
          the proofs and decides.
        </Banner>
      ) : null;
    case "verified":
      return (
        <Banner
          tone="good"
          title={`${shownName} on ${platform.name} is yours.`}
          action={
            <LinkButton href="/me/terms" variant="secondary" size="sm">
              Set your terms
            </LinkButton>
          }
        >
          Your terms apply to what you wrote there. Money held for it moves to your balance, and its share of
          new deals comes to you.
        </Banner>
      );
    case "disputed":
      return (
        <Banner tone="bad" title="Somebody else has proved this handle too.">
          An operator compares the proofs and decides; you are told by mail. Until then money for it is held,
          and nobody is paid from it. A refusal set by whoever proved it first still counts.
        </Banner>
      );
    case "released":
      return (
        <Banner
          title="You gave this handle up."
          action={
            <LinkButton
              href={`/me/handles?platform=${platform.id}&name=${encodeURIComponent(shownName)}#claim`}
              variant="secondary"
              size="sm"
            >
              Claim it again
            </LinkButton>
          }
        >
          Its new money is unclaimed. What was paid or owed to you before stays yours.
        </Banner>
      );
    case "lost":
      return (
        <Banner title="An operator decided that this handle is somebody else's.">
          The reason was sent to you by mail. If new facts have come up, write to the operator.
        </Banner>
      );
  }
}
