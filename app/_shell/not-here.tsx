import { getTranslations } from "next-intl/server";
import { pageCall } from "@/app/_web/page";
import { LinkButton } from "@/ui/button";
import { Page } from "@/ui/page";

/** What a missing page and another party's page both look like, on purpose. */
export async function NotHere({ homeHref, homeLabel }: { homeHref: string; homeLabel?: string }) {
  const [t, { requestId }] = await Promise.all([getTranslations("shell.notHere"), pageCall()]);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div>
        <LinkButton href={homeHref}>{homeLabel ?? t("home")}</LinkButton>
        <p className="mt-6 text-sm text-muted">
          {t.rich("request", {
            id: () => (
              <span translate="no" className="font-mono break-all">
                {requestId}
              </span>
            ),
          })}
        </p>
      </div>
    </Page>
  );
}
