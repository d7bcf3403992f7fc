"use client";
import { Button, LinkButton } from "@/ui/button";
import { Page } from "@/ui/page";

/** A page that could not be shown. The digest finds the fault in the server's records; the error's text stays there. */
export function Broken({
  digest,
  retry,
  homeHref,
}: {
  digest: string | undefined;
  retry: () => void;
  homeHref: string;
}) {
  return (
    <Page
      title="This page could not be shown"
      lead="Something went wrong on our side. Nothing was changed. Try again; if it stays, tell us the number below."
    >
      <div role="alert" className="flex flex-col items-start gap-5">
        {digest && (
          <p>
            Fault <span className="font-mono">{digest}</span>
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="button" onClick={retry}>
            Try again
          </Button>
          <LinkButton href={homeHref} variant="secondary">
            Go home
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
