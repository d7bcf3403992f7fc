import { addressKey, isUnder, prefixKey, webAddress } from "@/modules/handles/domain/address";
import { hostWithin } from "@/modules/handles/domain/host-name";
import { ownHost, type Platform, pageRefusal, profileAddress } from "@/modules/handles/domain/platform";

/** A handle somebody has proved, with the platform it is on. */
export type Holding = Readonly<{ platform: Platform; name: string }>;

/**
 * Whether everything below an address is this handle's own: the address is on its domain, on its own host at the platform, or
 * at or below its profile page. Anything else on a platform's host holds what many people wrote.
 */
export function ownsPrefix({ platform, name }: Holding, prefix: string): boolean {
  const url = webAddress(prefix);
  if (url === null) return false;
  const host = ownHost(platform, name);
  if (host !== null && hostWithin(url.hostname, host)) return true;
  const profile = profileAddress(platform, name);
  return profile === null ? isBelowPage({ platform, name }, url) : isBelow(platform, url, profile);
}

function isBelow({ rule }: Platform, url: URL, profile: string): boolean {
  const form = (text: string | null) =>
    (rule === "insensitive" ? text?.toLowerCase() : text)?.replace(/^www\./, "");
  const [asked, own] = [form(addressKey(url.href)), form(prefixKey(profile))];
  return asked !== undefined && own !== undefined && isUnder(asked.replace(/\/$/, ""), own);
}

/** Where the platform has not said where profiles are: a folder at or above the address is the name's own page. */
function isBelowPage({ platform, name }: Holding, url: URL): boolean {
  const folders = url.pathname.split("/").slice(1, 3);
  return [1, 2].some((depth) => {
    const page = new URL(`/${folders.slice(0, depth).join("/")}`, url.origin);
    return pageRefusal(platform, name, page) === null;
  });
}
