import "server-only";
import { isDemoHost } from "@/infra/net/demo-web";

type Site = Readonly<{ member?: string; code?: string }>;

/** Where a page of the demo world's web is to be visited on this instance; null when the host is a real one. */
export function demoSiteHref(host: string | null, { member, code }: Site = {}): string | null {
  if (host === null || !isDemoHost(host)) return null;
  const query = new URLSearchParams({ ...(member ? { member } : {}), ...(code ? { code } : {}) });
  return `/demo/${host}${query.size > 0 ? `?${query}` : ""}`;
}
