"use client";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button/button";
import { Page } from "@/ui/page/page";

const HOMES = { home: "/", yourHome: "/me", operatorHome: "/operator" } as const;

/** What a missing page and another party's page both look like, on purpose. */
export function NotHere({ to, requestId }: { to: keyof typeof HOMES; requestId: string }) {
  const t = useTranslations("ui.notHere");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div>
        <LinkButton href={HOMES[to]}>{t(to)}</LinkButton>
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
