import { expect, test } from "vitest";
import { attestationKeyFault, hostOf, normaliseEmail, slugOf } from "./names";

test.each([
  ["Forum Example GmbH", "forum-example-gmbh"],
  ["Ça & là!", "ca-la"],
  ["東京", "organisation"],
  ["-".repeat(80), "organisation"],
])("slug of %s", (name, slug) => expect(slugOf(name)).toBe(slug));

test.each([
  ["https://Forum.Example/t/1?x=2", "forum.example"],
  ["forum.example", "forum.example"],
  ["forum.example:8443", "forum.example"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["localhost", null],
  ["127.0.0.1", null],
  ["[::1]", null],
  ["ftp://forum.example", null],
  ["https://user@forum.example", null],
  ["forum..example", null],
  ["", null],
])("host of %s", (raw, host) => expect(hostOf(raw)).toBe(host));

test("an e-mail address has one spelling", () => {
  expect(normaliseEmail("  Ada@Example.COM ")).toBe("ada@example.com");
  expect(normaliseEmail("Joe@Exämple.de")).toBe("joe@xn--exmple-cua.de");
  expect(normaliseEmail("joe@xn--exmple-cua.de")).toBe("joe@xn--exmple-cua.de");
  for (const none of ["joe@", "@exämple.de", "joe@exämple.de/x", "joe@exämple.de:25", "joe", ""])
    expect(normaliseEmail(none)).toBe(none);
});

test("an attestation key is public and whole", () => {
  expect(attestationKeyFault({ kty: "OKP", crv: "Ed25519", x: "abc" })).toBeNull();
  expect(attestationKeyFault({ kty: "OKP", crv: "Ed25519", x: "abc", d: "def" })).toMatch(/private/);
  expect(attestationKeyFault({ kty: "EC", crv: "P-256", x: "abc" })).toMatch(/lacks y/);
  expect(attestationKeyFault({ kty: "oct", k: "abc" })).toMatch(/private/);
  expect(attestationKeyFault({})).toMatch(/public JWK/);
  expect(attestationKeyFault({ kty: "EC", crv: "P-256", x: "abc", y: "def" })).toBeNull();
});

test.each([
  { kty: "RSA", n: "abc", e: "AQAB" },
  { kty: "EC", crv: "P-384", x: "abc", y: "def" },
  { kty: "EC", crv: "secp256k1", x: "abc", y: "def" },
  { kty: "OKP", crv: "X25519", x: "abc" },
  { kty: "OKP", crv: "Ed448", x: "abc" },
  { kty: "OKP", x: "abc" },
])("a key whose signatures nobody here checks is refused: $kty $crv", (key) => {
  expect(attestationKeyFault(key)).toMatch(/^Remit checks signatures by Ed25519 .* and P-256/);
});
