import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Shell } from "@/app/_shell/shell";
import { siteUrl } from "@/app/_web/site/site-url";

export function generateMetadata(): Metadata {
  return { metadataBase: new URL(siteUrl()) };
}

export default async function SiteLayout({ children }: { children: React.ReactNode }) {
  const t = await getTranslations("site.nav");
  const nav = [
    { href: "/", label: t("home"), exact: true },
    { href: "/how-it-works", label: t("how") },
    { href: "/look-up", label: t("lookUp") },
    { href: "/register", label: t("register") },
    { href: "/docs", label: t("docs") },
  ];
  return (
    <Shell nav={nav} navLabel={t("label")}>
      {children}
    </Shell>
  );
}
