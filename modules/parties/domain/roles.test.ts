import { describe, expect, test } from "vitest";
import { rankIn } from "@/kernel/access";
import type { Actor } from "@/kernel/actor";
import { checkMayAssign, checkOwnerRemains } from "./roles";

const user = (role: "owner" | "admin"): Actor => ({
  kind: "user",
  personId: "per_1",
  sessionId: "ses_1",
  signedInAt: new Date(0),
  memberships: [{ organisationId: "org_1", kind: "lab", role }],
});

test("rank is the role in that organisation, and an organisation's key is an admin at most", () => {
  expect(rankIn(user("owner"), "org_1")).toBe("owner");
  expect(rankIn(user("owner"), "org_2")).toBeNull();
  const membership = { organisationId: "org_1", kind: "lab", role: "owner" } as const;
  expect(rankIn({ kind: "apiKey", keyId: "key_1", scopes: [], personId: null, membership }, "org_1")).toBe(
    "admin",
  );
});

describe("owners", () => {
  test("only an owner makes, changes or removes one", () => {
    for (const [from, to] of [
      ["admin", "owner"],
      ["owner", "admin"],
      ["owner", null],
      [null, "owner"],
    ] as const) {
      expect(() => checkMayAssign("admin", from, to)).toThrow("Only an owner");
      expect(() => checkMayAssign("owner", from, to)).not.toThrow();
    }
    expect(() => checkMayAssign("admin", "analyst", "billing")).not.toThrow();
  });

  test("the last one stays", () => {
    expect(() => checkOwnerRemains(1, "owner", "admin")).toThrow("last owner");
    expect(() => checkOwnerRemains(1, "owner", null)).toThrow("last owner");
    expect(() => checkOwnerRemains(2, "owner", null)).not.toThrow();
    expect(() => checkOwnerRemains(1, "owner", "owner")).not.toThrow();
    expect(() => checkOwnerRemains(1, "analyst", null)).not.toThrow();
  });
});
