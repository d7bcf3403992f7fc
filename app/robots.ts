import type { MetadataRoute } from "next";
import { siteUrl } from "./_web/site-url";

export const dynamic = "force-dynamic"; // the address of this instance is known when it runs, not when it is built

/** What is for one person, or for programs, is not for search engines. Answers of the look-up are nobody's pages. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        "/api/",
        "/dev/",
        "/me",
        "/o/",
        "/operator",
        "/sign-in/",
        "/invitations/",
        "/look-up?",
        "/register?",
      ],
    },
    sitemap: `${siteUrl()}/sitemap.xml`,
  };
}
