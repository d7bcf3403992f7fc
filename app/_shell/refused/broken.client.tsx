"use client";
import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/ui/button/button";
import { Page } from "@/ui/page/page";

/** "CODE.request-id" where a read was refused; else the hash by which the server's records know the fault. */
const parts = (digest: string | undefined) => {
  const [, code = "INTERNAL", id = digest ?? ""] = /^([A-Z_]+)\.(.+)$/.exec(digest ?? "") ?? [];
  return { code, id };
};

/** What Next gives an error.tsx: the fault, and a way to try again. */
export type Fault = Readonly<{ error: Error & { digest?: string }; reset: () => void }>;

/** A page that could not be shown: what happened, what to do, and the id that finds it. The error's text stays with us. */
export function Broken({ error, reset, homeHref }: Fault & Readonly<{ homeHref: string }>) {
  const t = useTranslations("ui.broken");
  const { code, id } = parts(error.digest);
  const often = code === "RATE_LIMITED";
  return (
    <Page title={t(often ? "oftenTitle" : "title")} lead={t(often ? "oftenLead" : "lead")}>
      <div role="alert" className="flex flex-col items-start gap-5">
        <div className="flex flex-wrap gap-3">
          <Button type="button" onClick={reset}>
            {t("again")}
          </Button>
          <LinkButton href={homeHref} variant="secondary">
            {t("home")}
          </LinkButton>
        </div>
        {id !== "" && (
          <p className="text-sm text-muted">
            {t.rich("request", {
              id: () => (
                <span translate="no" className="font-mono break-all">
                  {id}
                </span>
              ),
            })}
          </p>
        )}
      </div>
    </Page>
  );
}
