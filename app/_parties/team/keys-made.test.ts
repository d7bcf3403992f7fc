import { expect, test } from "vitest";
import { keysLeftBehind, keysMadeBy } from "./keys-made";

const AT = "2026-03-01T12:00:00Z";
const key = (name: string, createdBy: string, state: "active" | "expired" | "revoked" = "active") => ({
  ...{ id: name, name, prefix: "rmt", scopes: [], personId: null, organisationId: "org_1" },
  ...{ createdBy, createdAt: AT, lastUsedAt: null, expiresAt: AT, revokedAt: null, state },
});
const keys = [
  key("nightly", "user:per_here"),
  key("old", "user:per_here", "revoked"),
  key("forgotten", "user:per_gone"),
  key("closed", "user:per_gone", "expired"),
  key("robot", "apiKey:key_1"),
];

test("a member's keys are those in use that they made", () => {
  expect(keysMadeBy(keys, "per_here")).toEqual(["nightly"]);
  expect(keysMadeBy(keys, "per_other")).toEqual([]);
});

test("left behind are keys in use whose makers are gone", () => {
  const member = {
    personId: "per_here",
    name: null,
    email: null,
    role: "admin" as const,
    version: "admin",
    joinedAt: AT,
  };
  expect(keysLeftBehind(keys, [member])).toEqual(["forgotten"]);
});
