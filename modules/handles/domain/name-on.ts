import { withoutIgnorables } from "@/kernel/invisible";
import { webAddress } from "./address";
import {
  type HandleNameFault,
  type HandleRule,
  handleNameFaultText,
  normaliseHandleName,
} from "./handle-name";
import { hostWithin, siteHost } from "./host-name";

/** What reading a name needs to know of its platform. */
export type NameReading = Readonly<{
  rule: HandleRule;
  /** The host its pages are on; null when it has not said. */
  host: string | null;
  /** Contributors are host names. */
  namesAreHosts: boolean;
  /** The address of a contributor's own page, with `{name}` where the name is; null when the platform has not said. */
  profileTemplate: string | null;
}>;

export type NameFault = HandleNameFault | "host" | "not_a_profile";

/** `fromAddress`: what was written is the address of a profile, and the name was taken out of it. */
export type NameRead =
  | Readonly<{ name: string; fromAddress: boolean }>
  | Readonly<{ fault: NameFault; message: string }>;

/**
 * The one reading of a contributor's name on a platform: claims, look-ups, attestations and rows of manifests are all read
 * by it. A name is brought to its normal form; the address of a profile on the platform's own host is read as the name in
 * it; where contributors are host names, an address is read as its host, with or without "www.". Otherwise a fault and a
 * sentence: `host` is no host name where one is needed, `not_a_profile` an address that is no profile there.
 */
export function nameOn(platform: NameReading, raw: string): NameRead {
  if (platform.namesAreHosts) return hostNamed(platform.rule, raw);
  const address = addressIn(platform, raw);
  if (address === null) return named(platform.rule, raw, false);
  const url = webAddress(address);
  const inside = url === null ? null : nameInAddress(platform, url);
  const read = inside === null || inside.includes("/") ? null : named(platform.rule, inside, true);
  return read !== null && "name" in read ? read : { fault: "not_a_profile", message: notAProfile(platform) };
}

function named(rule: HandleRule, raw: string, fromAddress: boolean): NameRead {
  const normal = normaliseHandleName(raw, rule);
  return "fault" in normal
    ? { fault: normal.fault, message: handleNameFaultText(normal.fault) }
    : { name: normal.name, fromAddress };
}

function hostNamed(rule: HandleRule, raw: string): NameRead {
  const plain = withoutIgnorables(raw).trim();
  const bare = plain.replace(/^https?:\/\//i, "").replace(/[/?#].*$/s, "");
  const read = named(rule, bare, bare !== plain);
  if ("fault" in read) return read;
  const host = siteHost(read.name);
  return host === null
    ? {
        fault: "host",
        message: "Enter a domain such as example.org (international names in their xn-- form).",
      }
    : { name: host, fromAddress: read.fromAddress };
}

const notAProfile = ({ host }: NameReading): string =>
  host === null
    ? "This is an address. Enter only the name, as the platform shows it."
    : `This is not the address of a profile on ${host}. Enter only the name, as the platform shows it.`;

/** Whether something that should be a name is an address, or the end of one: "https://…", "alice/". */
export function isAddressLike(raw: string): boolean {
  return (
    /^https?:\/\//i.test(withoutIgnorables(raw).trim()) || /^(?:[a-z0-9-]+\.)+[a-z]{2,}\/|[^/]\/$/i.test(raw)
  );
}

/** What was written as an address, with its scheme: one that has a scheme, or begins with the platform's host; else null. */
function addressIn({ host }: NameReading, raw: string): string | null {
  const text = withoutIgnorables(raw).trim();
  if (/^https?:\/\//i.test(text)) return text;
  const first = /^([a-z0-9.-]+)\//i.exec(text)?.[1];
  const isHost = first !== undefined && host !== null && hostWithin(first, host);
  return isHost ? `https://${text}` : null;
}

// How real platforms write the address of a person's own page.
const FOLDER = /^(?:u|user|users|profile|profiles|people|member|members|author|authors|in)$/i;
const PAGE = /^\/(?:u|user|users|profile|profiles|people|member|members|memberlist|author)(?:\.\w+)?\/?$/i;
const PARAMETER = /^(?:id|u|user|username|name|handle|profile|author)$/i;

/**
 * The name in the address of a profile, as it is written there; null when the address is no profile of this platform. The
 * platform's own template decides; without one the usual forms are known: /u/alice, /users/123/alice, /@alice,
 * /user?id=alice, alice.host, and /alice as the whole path. A page below a profile still says whose it is.
 */
export function nameInAddress({ host, profileTemplate }: NameReading, url: URL): string | null {
  if (host === null || !hostWithin(url.hostname, host)) return null;
  if (profileTemplate !== null) return inTemplate(profileTemplate, url);
  const label = url.hostname.slice(0, -host.length).replace(/\.$/, "");
  if (label !== "" && label !== "www") return label;
  const [parameter, ...others] = [...url.searchParams];
  if (parameter !== undefined)
    return others.length === 0 && PAGE.test(url.pathname) && PARAMETER.test(parameter[0])
      ? parameter[1]
      : null;
  const [first = "", second = "", third = "", ...more] = url.pathname.split("/").slice(1).map(decoded);
  if (/^[@~]./.test(first)) return first.replace(/^~/, "");
  if (FOLDER.test(first) && second !== "")
    return /^\d+$/.test(second) && third !== "" && more.join("") === "" ? third : second;
  // /users is everybody's page, also where somebody is called "users".
  return first !== "" && second === "" && !FOLDER.test(first) ? first : null;
}

function inTemplate(template: string, url: URL): string | null {
  const form = (address: URL) =>
    `${address.hostname.replace(/^www\./, "")}${address.pathname.replace(/\/$/, "")}${address.search}`;
  const mark = "remit-name-stands-here";
  const [before = "", after = ""] = form(new URL(template.replace("{name}", mark))).split(mark);
  const given = form(url);
  const isForm =
    given.toLowerCase().startsWith(before.toLowerCase()) && given.toLowerCase().endsWith(after.toLowerCase());
  const name = given.slice(before.length, given.length - after.length);
  return isForm && given.length > before.length + after.length && !/[/?#]/.test(name) ? decoded(name) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
