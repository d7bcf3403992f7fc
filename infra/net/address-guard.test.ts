import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPublicAddress } from "./address-guard";

describe("isPublicAddress", () => {
  test.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "fec0::1",
    "::127.0.0.1",
    "4000::1",
    "not an address",
    "",
    "fe80::1%eth0",
  ])("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    "8.8.8.8",
    "1.1.1.1",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.255.255",
    "2606:4700::1111",
    "2a00:1450::1",
  ])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test("no private IPv4 address passes in any of its IPv6 disguises", () => {
    const inside = fc.tuple(fc.constantFrom("10", "127"), fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(inside, fc.constantFrom("::ffff:", "::", "64:ff9b::", "::ffff:0:"), (parts, prefix) => {
        expect(isPublicAddress(parts.join("."))).toBe(false);
        expect(isPublicAddress(prefix + parts.join("."))).toBe(false);
      }),
    );
  });
});
