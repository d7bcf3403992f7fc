import { afterEach, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { forgetEnv } from "@/infra/env";
import { isOperator } from "@/kernel/actor";
import { whoAmI } from "@/modules/parties/queries/me";
import { searchOrganisations } from "@/modules/parties/queries/organisations";
import {
  actorFor,
  anApiKey,
  anOrganisation,
  aPerson,
  aSecondStep,
  callAs,
  signInAs,
} from "@/test/factories/parties";
import { createApiKey } from "../keys/create-api-key";
import { listApiKeys } from "../queries/api-keys";
import { actorOfApiKey, actorOfSession } from "../sign-in/resolve-actor";
import { signInAsDemoPersona } from "../sign-in/sign-in-as-demo-persona";

/** An operator whose second step is gone; what was made before, they keep. */
async function withoutSecondStep() {
  const { id, ownerId, owner } = await anOrganisation({ kind: "operator" });
  const key = await anApiKey(owner, { organisationId: id });
  await db.prisma.secondStep.delete({ where: { personId: ownerId } });
  return { id, ownerId, key };
}

function settings(change: Record<string, string>): void {
  Object.assign(process.env, change);
  forgetEnv();
}
const USUAL = { REMIT_URL: "http://localhost:3000", REMIT_DEMO: "0", REMIT_OPERATOR_TWO_STEP: "on" };
afterEach(() => settings(USUAL));

test("without a second step an operator finds nothing of it, and makes no key of it", async () => {
  const { id, ownerId } = await withoutSecondStep();
  const actor = await actorFor(ownerId);
  expect(isOperator(actor, "operator:read")).toBe(false);
  const call = callAs(actor);
  const newKey = { name: "mine", organisationId: id, preset: "all" } as const;
  await expect(searchOrganisations(call, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(listApiKeys(call, { organisationId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(createApiKey(call, newKey)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const own = await createApiKey(call, { name: "own", preset: "all" });
  const ownActor = await actorOfApiKey(own.secret ?? "");
  expect(ownActor !== null && isOperator(ownActor, "operator:read")).toBe(false);
  // That they are a member is theirs to know: it is how the pages tell them what is missing.
  expect((await whoAmI(call, {})).memberships).toMatchObject([{ organisationId: id, kind: "operator" }]);
});

test("with one they are there, and what they own elsewhere was there all along", async () => {
  const { ownerId } = await withoutSecondStep();
  const { id: platformId } = await anOrganisation({ ownerId });
  const held = async () => {
    const actor = await actorFor(ownerId);
    return actor.kind === "user" ? actor.memberships.map(({ kind }) => kind) : [];
  };
  expect(await held()).toEqual(["platform"]);
  await aSecondStep(ownerId);
  expect(await held()).toEqual(["operator", "platform"]);
  expect(platformId).toMatch(/^org_/);
});

test("one that was begun and never confirmed is none", async () => {
  const { ownerId } = await withoutSecondStep();
  await aSecondStep(ownerId);
  await db.prisma.secondStep.update({ where: { personId: ownerId }, data: { confirmedAt: null } });
  expect(isOperator(await actorFor(ownerId), "operator:read")).toBe(false);
});

test("keys of the operator go on as before", async () => {
  const { key } = await withoutSecondStep();
  const actor = await actorOfApiKey(key.secret);
  expect(actor !== null && isOperator(actor, "operator:write")).toBe(true);
});

test("the demo world, or an instance that says so, does not ask", async () => {
  const { ownerId } = await withoutSecondStep();
  const token = await signInAs(ownerId);
  const operates = async () => {
    const actor = await actorOfSession(token);
    return actor !== null && isOperator(actor, "operator:write");
  };
  expect(await operates()).toBe(false);
  settings({ REMIT_OPERATOR_TWO_STEP: "off" });
  expect(await operates()).toBe(true);
  settings({ REMIT_OPERATOR_TWO_STEP: "on", REMIT_DEMO: "1" });
  expect(await operates()).toBe(true);
  // At an address that others can reach there is no demo world, and so no exception.
  settings({ REMIT_URL: "https://remit.example" });
  expect(await operates()).toBe(false);
});

test("a session of a demo person is never asked for a code", async () => {
  const { id } = await aPerson({ demoPersona: "Creator" });
  await aSecondStep(id);
  settings({ REMIT_DEMO: "1" });
  const { token } = await signInAsDemoPersona(callAs({ kind: "anonymous" }), {
    personId: id,
    userAgent: null,
    previousToken: null,
  });
  expect(await actorOfSession(token)).toMatchObject({ personId: id });
});
