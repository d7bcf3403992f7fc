import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { viewer } from "@/app/_web/page/viewer";
import { siteUrl } from "@/app/_web/site/site-url";
import { LinkButton } from "@/ui/button/button";
import { TextLink } from "@/ui/text/text-link";
import { ForEach } from "./_components/for-each";
import { HowItGoes } from "./_components/how-it-goes";
import { JsonLd } from "./_components/json-ld";
import { LiveDeal } from "./_components/live-deal";
import { pageMetadata } from "./_components/page-metadata";
import { HandleForm } from "./look-up/_components/handle-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site.home");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/", absolute: true });
}

/** What Remit is, for whom, in ten seconds; the look-up; then where the money of one real deal is this minute. */
export default async function SiteHome() {
  const [t, who, locale] = await Promise.all([getTranslations("site.home"), viewer(), getLocale()]);
  return (
    <div className="flex flex-col gap-14">
      <header className="grid items-start gap-x-14 gap-y-10 pt-2 sm:pt-8 lg:grid-cols-[1fr_24rem]">
        <div>
          <h1 className="text-[2.1rem] sm:text-5xl">{t("heading")}</h1>
          <p className="mt-5 max-w-[58ch] text-lg text-muted">{t("lead")}</p>
          <div className="mt-7 flex flex-wrap gap-3">
            <LinkButton href="/how-it-works" size="lg" variant="secondary">
              {t("howItWorks")}
            </LinkButton>
            <LinkButton
              href={who === null ? "/sign-in" : "/sign-in/done"}
              prefetch={false}
              size="lg"
              variant="quiet"
            >
              {who === null ? t("join") : t("ownHome")}
            </LinkButton>
          </div>
        </div>
        <section aria-labelledby="look-up" className="rounded bg-wash p-5 sm:p-6">
          <h2 id="look-up" className="text-xl">
            {t("lookUpTitle")}
          </h2>
          <p className="mt-1 mb-5 text-muted">{t("lookUpLead")}</p>
          <HandleForm />
          <p className="mt-4 text-sm text-muted">
            {t.rich("lookUpOther", { link: (text) => <TextLink href="/look-up#address">{text}</TextLink> })}
          </p>
        </section>
      </header>
      <LiveDeal />
      <ForEach />
      <HowItGoes />
      <JsonLd
        data={{
          "@context": "https://schema.org",
          "@type": "WebSite",
          name: "Remit",
          url: siteUrl(),
          description: t("description"),
          inLanguage: locale === "de" ? "de" : "en",
        }}
      />
    </div>
  );
}
