import { LinkButton } from "@/ui/button";
import { Page } from "@/ui/page";

/** What a missing page and another party's page both look like, on purpose. */
export function NotHere({ homeHref, homeLabel }: { homeHref: string; homeLabel: string }) {
  return (
    <Page
      title="There is nothing here for you"
      lead="The address may be mistyped, the thing may be gone, or it may belong to somebody else. If somebody sent you this link, ask whether you should have access, and check which person you are signed in as."
    >
      <div>
        <LinkButton href={homeHref}>{homeLabel}</LinkButton>
      </div>
    </Page>
  );
}
