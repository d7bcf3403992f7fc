import { expect, test } from "vitest";
import type { Actor, OrganisationKind, Role } from "@/kernel/actor";
import { grantableScopes, PERSON_SCOPES, presetScopes } from "./key-scopes";

const member = (role: Role, kind: OrganisationKind = "platform"): Actor => ({
  kind: "user",
  personId: "per_1",
  sessionId: "ses_1",
  signedInAt: new Date(0),
  memberships: [{ organisationId: "org_1", kind, role }],
});

test("an owner can give everything but the operator's scopes", () => {
  const scopes = grantableScopes(member("owner"), { organisationId: "org_1" });
  expect(scopes).toContain("deals:write");
  expect(scopes.some((scope) => scope.startsWith("operator:"))).toBe(false);
  expect(grantableScopes(member("owner", "operator"), { organisationId: "org_1" })).toContain(
    "operator:write",
  );
});

test("nobody gives more than they have", () => {
  expect(grantableScopes(member("analyst"), { organisationId: "org_1" })).not.toContain("deals:write");
  expect(grantableScopes(member("owner"), { organisationId: "org_2" })).toEqual([]);
  const key: Actor = {
    kind: "apiKey",
    keyId: "key_1",
    scopes: ["works:read", "parties:write"],
    personId: "per_1",
    membership: null,
  };
  expect(grantableScopes(key, { organisationId: null })).toEqual(["parties:write", "works:read"]);
  expect(grantableScopes({ kind: "anonymous" }, { organisationId: null })).toEqual([]);
});

test("read only reads, all is all that can be given", () => {
  expect(presetScopes("read_only", PERSON_SCOPES).every((scope) => scope.endsWith(":read"))).toBe(true);
  expect(presetScopes("all", PERSON_SCOPES)).toEqual(PERSON_SCOPES);
});
