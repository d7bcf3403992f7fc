import { isDemoHost } from "@/infra/net/demo-web";
import { notFound } from "@/kernel/errors";
import { nameOn } from "@/modules/handles/domain/name-on";
import { likelyProfile, type Platform } from "@/modules/handles/domain/platform";
import { withRules } from "@/modules/handles/platforms/platforms";
import { platformsListed } from "@/modules/parties/organisations/organisation-of";

/** The platform on a host of the demo world; null for anybody's own website. Not found outside the demo world. */
export async function forumOn(host: string): Promise<Platform | null> {
  if (!isDemoHost(host)) throw notFound("site");
  const found = await platformsListed(host, { take: 20, after: undefined });
  const [platform] = await withRules(found.filter((one) => one.host === host));
  return platform ?? null;
}

/** A member's name and the address of their profile, or null when nobody there can be called so. */
export function memberOf(platform: Platform, raw: string): { name: string; profile: URL } | null {
  const normal = nameOn(platform, raw);
  const address = "name" in normal ? likelyProfile(platform, normal.name) : null;
  return "name" in normal && address !== null && URL.canParse(address)
    ? { name: normal.name, profile: new URL(address) }
    : null;
}
