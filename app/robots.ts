import type { MetadataRoute } from "next";
import { siteUrl } from "@/app/_web/site/site-url";

export const dynamic = "force-dynamic"; // the address of this instance is known when it runs, not when it is built

/**
 * Search engines stay away from addresses for programs and from pages that answer one question. Pages behind the sign-in need
 * no line: they redirect crawlers to the sign-in page.
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
