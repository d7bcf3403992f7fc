import { expect, test } from "vitest";
import type { Role } from "@/kernel/actor";
import { mayAt } from "./permissions";
import type { Viewer, ViewerMembership } from "./viewer";

const who = (role: Role, kind: ViewerMembership["kind"] = "platform"): Viewer => ({
  person: { id: "per_1", name: "Ada", email: "ada@example.org" },
  isOperator: kind === "operator",
  needsSecondStep: false,
  demo: false,
  memberships: [{ organisationId: "org_1", name: "One", kind, role, state: "verified" }],
});

test("a platform's page offers what the role may do there", () => {
  expect(mayAt(who("admin"), "org_1", "deals:write")).toBe(true);
  expect(mayAt(who("analyst"), "org_1", "deals:write")).toBe(false);
  expect(mayAt(who("analyst"), "org_1", "manifests:write")).toBe(true);
  expect(mayAt(who("billing"), "org_1", "manifests:write")).toBe(false);
});

test("and nothing to an operator or another organisation, who only look, nor to nobody", () => {
  expect(mayAt(who("owner", "operator"), "org_1", "manifests:write")).toBe(false);
  expect(mayAt(who("owner"), "org_2", "deals:write")).toBe(false);
  expect(mayAt(null, "org_1", "deals:write")).toBe(false);
});
