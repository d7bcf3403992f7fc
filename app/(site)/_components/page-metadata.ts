import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { siteUrl } from "@/app/_web/site/site-url";

/** What a public page says of itself to tabs, search engines and share cards. `path` is its one canonical address. */
export async function pageMetadata(page: {
  title: string;
  description: string;
  path: string;
  /** The title is whole as it is: no " · Remit" behind it. */
  absolute?: boolean;
  index?: boolean;
}): Promise<Metadata> {
  const { title, description, path, absolute = false, index = true } = page;
  const locale = await getLocale();
  return {
    metadataBase: new URL(siteUrl()),
    title: absolute ? { absolute: title } : title,
    description,
    alternates: { canonical: path },
    ...(index ? {} : { robots: { index: false, follow: true } }),
    openGraph: {
      title,
      description,
      url: path,
      siteName: "Remit",
      type: "website",
      locale: locale === "de" ? "de_DE" : "en_GB",
    },
    twitter: { card: "summary_large_image", title, description },
  };
}
