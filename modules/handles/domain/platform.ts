import { type HandleRule, isExactName } from "./handle-name";
import { canonicalHost, hostWithin } from "./host-name";
import type { ProofMethod } from "./proof";

/** The open web as a platform: its handles are host names. It is nobody's organisation, so it has no row. */
export const WEB_PLATFORM_ID = "web";

/** What proving a handle needs to know of a platform. */
export type Platform = Readonly<{
  id: string;
  name: string;
  /** The host its pages are on; null when it has not said. */
  host: string | null;
  rule: HandleRule;
  /** Contributors are host names: proof by domain is possible. */
  namesAreHosts: boolean;
  /** A contributor's own page, with `{name}` where the name stands; null: a page whose address is the name and nothing more. */
  profileTemplate: string | null;
  pageCode: boolean;
  /** It has given us a key to check its attestations with. */
  attests: boolean;
}>;

export const THE_WEB: Platform = {
  id: WEB_PLATFORM_ID,
  name: "The open web (your own domain)",
  host: null,
  rule: "insensitive",
  namesAreHosts: true,
  profileTemplate: null,
  pageCode: false,
  attests: false,
};

/** How a handle can be proved there, the easiest first; empty when the platform offers nothing yet. */
export function methodsOn(platform: Platform): readonly ProofMethod[] {
  const methods: ProofMethod[] = [];
  if (platform.attests) methods.push("attestation");
  if (platform.pageCode && platform.host !== null) methods.push("page_code");
  // A handle with a host of its own, such as alice.pages.example: what that host says, its owner says.
  if (platform.namesAreHosts || ownHost(platform, "a") !== null) methods.push("meta_tag", "well_known");
  if (platform.namesAreHosts) methods.push("dns_txt");
  return methods;
}

/** The host that belongs to the handle alone: the name itself, or the profile template's when the name stands in it. */
export function ownHost(platform: Platform, name: string): string | null {
  if (platform.namesAreHosts) return name;
  const template = platform.profileTemplate ?? "";
  if (!template.startsWith("https://{name}.") || name.includes(".")) return null;
  // Put together as text, never by parsing: a name may hold characters that end a host.
  return canonicalHost(`${name}.${new URL(template.replace("{name}", "a")).hostname.slice("a.".length)}`);
}

/** The address of the handle's own page when the platform has told us its form. */
export function profileAddress(platform: Platform, name: string): string | null {
  return platform.profileTemplate?.replaceAll("{name}", encodeURIComponent(name)) ?? null;
}

// How real platforms write the address of a person's own page: /alice, /@alice, /user/alice, /user?id=alice, alice.host.
// Nothing looser: in /mallory/alice the last word is Mallory's to choose, and below /alice/… strangers write (comments, replies).
const OWNER_FOLDER = /^(?:u|user|users|profile|profiles|people|member|members|author|authors|in)$/i;
const OWNER_PAGE =
  /^\/(?:u|user|users|profile|profiles|people|member|members|memberlist|author)(?:\.\w+)?\/?$/i;
const OWNER_PARAMETERS = /^(?:id|u|user|username|name|handle|profile|author)$/i;

/**
 * Why a page cannot prove this handle, or null when it can. The page must be on the platform's host and its address must
 * name the handle, or anybody could prove anybody's handle from a page of their own. The address must end with the name,
 * because others write on the pages below it (comments, replies, guest books), and must carry nothing that a page might
 * repeat (a search page that echoes the code would prove everything).
 */
export function pageRefusal(platform: Platform, name: string, url: URL): string | null {
  const { host } = platform;
  if (host === null) return `${platform.name} has not given the host of its pages.`;
  if (!hostWithin(url.hostname, host))
    return `The page must be on ${host}, where ${platform.name} is; ${url.hostname} is elsewhere.`;
  if (/remit-verify/i.test(decoded(url.pathname + url.search)))
    return "The code is in the address. Put it in the text of the page.";
  const expected = profileAddress(platform, name);
  if (expected !== null) {
    if (!URL.canParse(expected)) return `${platform.name} has no page for a handle written like this.`;
    return sameAddress(new URL(expected), url, platform.rule)
      ? null
      : `For ${platform.name} the code must be on your own page, ${expected}.`;
  }
  return namesHandle(platform, name, url)
    ? null
    : `Enter the address of your profile, such as ${likelyProfile(platform, name)}. It must end with the name: others can write on the pages below it.`;
}

/** Where the profile is on most platforms: what a form suggests while the platform has not told us. Null without a host. */
export function likelyProfile(platform: Platform, name: string): string | null {
  return (
    profileAddress(platform, name) ??
    (platform.host === null ? null : `https://${platform.host}/user/${encodeURIComponent(name)}`)
  );
}

/** Part by part: decoded as a whole, the "/" or "?" of one address could stand for a character in the name of another. */
function sameAddress(expected: URL, given: URL, rule: HandleRule): boolean {
  const parts = ({ hostname, pathname, searchParams }: URL): readonly string[] => [
    hostname.replace(/^www\./, ""),
    ...pathname.replace(/\/$/, "").split("/").map(decoded),
    "?",
    ...[...searchParams].flat(),
  ];
  const [wanted, found] = [parts(expected), parts(given)];
  return (
    wanted.length === found.length && found.every((part, at) => isExactName(part, wanted[at] ?? "", rule))
  );
}

function namesHandle(platform: Platform, name: string, url: URL): boolean {
  const isName = (text: string) => isExactName(text, name, platform.rule);
  // How pages are addressed, not part of anybody's name; only here: /user/~alice may be somebody else's than /user/alice.
  const isFirstName = (text: string) => isName(text) || (/^[@~]/.test(text) && isName(text.slice(1)));
  const label = url.hostname.slice(0, -(platform.host ?? "").length).replace(/\.$/, "");
  const isOwnHost = label !== "" && label !== "www";
  const [parameter, ...others] = [...url.searchParams];
  if (others.length > 0) return false;
  if (parameter !== undefined) {
    const [key, value] = parameter;
    return !isOwnHost && OWNER_PAGE.test(url.pathname) && OWNER_PARAMETERS.test(key) && isName(value);
  }
  const folders = url.pathname.split("/").slice(1).map(decoded);
  if (folders.at(-1) === "") folders.pop(); // "/alice/" is "/alice"
  const [first, second, ...below] = folders;
  if (isOwnHost) return first === undefined && isName(label);
  if (first === undefined || below.length > 0) return false;
  // /users is everybody's page, also where somebody is called "users".
  if (second === undefined)
    return !OWNER_PAGE.test(url.pathname) && !OWNER_FOLDER.test(first) && isFirstName(first);
  return OWNER_FOLDER.test(first) && isName(second);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What is wrong with a profile template, or null: https, on the platform's host, `{name}` exactly once. */
export function templateFault(template: string, host: string | null): string | null {
  if (host === null) return "Enter the platform's host first.";
  if (template.split("{name}").length !== 2) return "Write {name} once, in place of the contributor's name.";
  const sample = template.replace("{name}", "a");
  if (!URL.canParse(sample) || !template.startsWith("https://"))
    return "Write a whole address that starts with https://.";
  const url = new URL(sample);
  if (!hostWithin(url.hostname, host)) return `The page must be on ${host}.`;
  const inHost = template.slice("https://".length).split("/")[0]?.includes("{name}") ?? false;
  if (inHost && !/^https:\/\/\{name\}\./.test(template)) return "In the host, {name} must be the first part.";
  return url.hash === "" ? null : "Leave out the part after #.";
}
