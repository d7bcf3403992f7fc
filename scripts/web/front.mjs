// What the web process settles about a request before anything else sees it: from where it comes, which id it has, and what
// a client may not say itself. Why: docs/adr/0191-where-a-request-comes-from.md
import { randomUUID } from "node:crypto";
import ipaddr from "ipaddr.js";

/** The networks of REMIT_TRUSTED_PROXIES ("10.0.0.0/8, 127.0.0.1"). Throws a sentence that names what is not one. */
export function proxiesIn(text = "") {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((part) => {
      const [address = "", bits] = part.split("/");
      const network = parse(address);
      const most = network?.kind() === "ipv4" ? 32 : 128;
      const length = bits === undefined ? most : Number(bits);
      if (network === null || !/^\d*$/.test(bits ?? "") || bits === "" || length > most)
        throw new Error(`REMIT_TRUSTED_PROXIES: "${part}" is not a network such as 10.0.0.0/8 or 127.0.0.1.`);
      return [network, length];
    });
}

/**
 * The address a request comes from. While the one we know of is a proxy of ours, what it says of the hop before it is
 * believed: the list is read from its end, because its beginning could have been written by anybody.
 */
export function clientAddress(peer, forwarded, proxies) {
  let client = parse(peer ?? "");
  if (client === null) return "unknown";
  const hops = (forwarded ?? "").split(",").reverse();
  for (const hop of hops) {
    if (!isTrusted(client, proxies)) break;
    const before = parse(hop.trim());
    if (before === null) break;
    client = before;
  }
  return client.toString();
}

const FORWARDED = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
];

/**
 * The address with every part of its path that is no percent-encoded UTF-8 (`%C0`, `%`) replaced by U+FFFD, which names
 * nothing: Next would answer such a part with 500, and so it answers 404. The query is left alone; it is read leniently.
 */
export function readablePath(url) {
  const end = url.indexOf("?");
  const path = end < 0 ? url : url.slice(0, end);
  if (!path.includes("%")) return url;
  const parts = path.split("/").map((part) => (isEncodedText(part) ? part : "%EF%BF%BD"));
  return parts.join("/") + (end < 0 ? "" : url.slice(end));
}

function isEncodedText(part) {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** Writes into the request's headers what the rest goes by. Returns whether a stranger claimed to forward for others. */
export function receive(request, proxies) {
  const { headers, socket } = request;
  request.url = readablePath(request.url ?? "/");
  const peer = parse(socket.remoteAddress ?? "");
  headers["x-remit-client"] = clientAddress(socket.remoteAddress, headers["x-forwarded-for"], proxies);
  headers["x-request-id"] = randomUUID();
  if (peer !== null && isTrusted(peer, proxies)) return false;
  // After an action, Next requests the part of the page that the action leads to from itself, with the actor's headers.
  const claimed = headers["x-forwarded-for"] !== undefined && headers.rsc === undefined;
  for (const name of FORWARDED) delete headers[name];
  return claimed;
}

const isTrusted = (address, proxies) =>
  proxies.some((network) => network[0].kind() === address.kind() && address.match(network));

/** An address as proxies write it: perhaps with a port, in brackets, with a zone, or IPv4 in IPv6's clothes. */
function parse(text) {
  const bare = (/^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, "$1")).replace(
    /%.*$/,
    "",
  );
  const isWhole = ipaddr.IPv6.isValid(bare) || ipaddr.IPv4.isValidFourPartDecimal(bare);
  return isWhole ? ipaddr.process(bare) : null;
}
