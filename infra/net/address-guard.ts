import ipaddr from "ipaddr.js";
import { env } from "../env";

// Reachable by its public number, yet answers only inside Azure: host agent and metadata.
const PUBLIC_BUT_INTERNAL = new Set(["168.63.129.16"]);

/**
 * True when an address is on the public internet, so that a fetch on somebody's behalf may go there. Loopback, private,
 * link-local (cloud metadata), carrier-grade NAT, multicast, reserved, documentation and translated ranges (IPv4-mapped,
 * NAT64, 6to4, Teredo) are not (IANA special-purpose address registries).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast" || PUBLIC_BUT_INTERNAL.has(address.toString())) return false;
  // Only 2000::/3 is given out as public IPv6; the rest of the space is not "private", it is nobody's.
  return address.kind() === "ipv4" || ((address as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1;
}

/** May a fetch connect here? Tests may reach their own loopback server, and nothing else that is not public. */
export function mayConnect(text: string): boolean {
  return isPublicAddress(text) || (privateFetchAllowed() && isLoopback(text));
}

export function isLoopback(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.parse(text).range() === "loopback";
}

export function privateFetchAllowed(): boolean {
  const { NODE_ENV, REMIT_ALLOW_PRIVATE_FETCH } = env();
  return REMIT_ALLOW_PRIVATE_FETCH === "1" && NODE_ENV !== "production";
}
