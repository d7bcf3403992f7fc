import ipaddr from "ipaddr.js";

/**
 * Who a request without a name is counted as: the address scripts/web.mjs found it to come from, the same for every limit.
 * Of IPv6 it is the /64, since a caller has all of it to take addresses from.
 */
export function clientOf(headers: Headers): string {
  return networkOf(headers.get("x-remit-client") ?? "direct");
}

/** The network of an address; what is no address stays what it is. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const found = ipaddr.process(address);
  if (found.kind() === "ipv4") return found.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${found.toString()}/64`).toString()}/64`;
}
