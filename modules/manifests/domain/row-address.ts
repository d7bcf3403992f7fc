import { addressKey, hasScheme, trimmed, webAddress } from "@/modules/handles/domain/address";
import { hostWithin } from "@/modules/handles/domain/host-name";

export type AddressFault = "url_malformed" | "url_scheme" | "url_other_host";

/**
 * The key of the address of a row, or what is wrong with it. It is taken apart by the parser that uses it (WHATWG `URL`): what
 * looks like the platform's host to a pattern and is another to a browser is another. `host`: the platform's, or null when it has none.
 */
export function rowAddress(raw: string, host: string | null): { key: string } | { fault: AddressFault } {
  const text = trimmed(raw);
  // Browsers drop line ends and tabs inside an address; nobody means them.
  if (/[\s\p{Cc}]/u.test(text) || !hasScheme(text)) return { fault: "url_malformed" };
  if (!/^https?:/i.test(text)) return { fault: "url_scheme" };
  const url = webAddress(text);
  const key = addressKey(text);
  if (url === null || key === null || url.username !== "" || url.password !== "")
    return { fault: "url_malformed" };
  return host === null || hostWithin(url.hostname, host) ? { key } : { fault: "url_other_host" };
}
