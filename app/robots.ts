import type { MetadataRoute } from "next";
import { siteUrl } from "@/app/_web/site/site-url";

export const dynamic = "force-dynamic"; // the address of this instance is known when it runs, not when it is built

/**
 * What is for programs, or answers one question, is not for search engines. Pages behind the sign-in need no line here: whoever
 * is not signed in is sent to the sign-in page, crawlers too.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/api/", "/dev/", "/sign-in/", "/invitations/", "/look-up?", "/register?"],
    },
    sitemap: `${siteUrl()}/sitemap.xml`,
  };
}
