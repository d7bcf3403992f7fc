import type { MetadataRoute } from "next";
import { siteUrl } from "@/app/_web/site/site-url";
import { apiCapabilities, registerPaths } from "@/app/_web/site/sitemap-paths";

export const dynamic = "force-dynamic"; // the register grows

const PAGES = [
  "/",
  "/how-it-works",
  "/look-up",
  "/register",
  "/docs",
  "/docs/rules",
  "/docs/recompute",
  "/docs/glossary",
  "/docs/guides/creator",
  "/docs/guides/claim",
  "/docs/guides/platform",
  "/docs/guides/manifest",
  "/docs/guides/lab",
  "/docs/api",
  "/docs/api/problems",
];

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const base = siteUrl();
  const pages = [...PAGES, ...apiCapabilities().map((slug) => `/docs/api/${slug}`)];
  return [
    ...pages.map((path) => ({ url: base + path })),
    ...(await registerPaths()).map(({ path, changedAt }) => ({ url: base + path, lastModified: changedAt })),
  ];
}
