import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { removeMember } from "@/modules/parties/members/remove-member";
import { setOrganisationState } from "@/modules/parties/organisations/set-organisation-state";
import { updateOrganisation } from "@/modules/parties/organisations/update-organisation";
import { updateProfile } from "@/modules/parties/people/update-profile";
import { actorFor, aMember, anApiKey, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { auditOfEverything, auditOfMine, auditOfOrganisation } from "./queries";

let organisation: { id: string; ownerId: string; owner: Actor };
let operator: Actor;

beforeAll(async () => {
  organisation = await anOrganisation();
  operator = (await anOrganisation({ kind: "operator" })).owner;
  for (let i = 0; i < 30; i += 1)
    await updateOrganisation(callAs(organisation.owner), {
      organisationId: organisation.id,
      name: `Name ${i}`,
    });
});

const command = "parties.update_organisation";

test("pages follow one another, newest first, without gap or repetition", async () => {
  const { id: organisationId } = organisation;
  const seen: { id: string; at: string }[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof auditOfOrganisation>> = await auditOfOrganisation(
      callAs(organisation.owner),
      {
        organisationId,
        command,
        limit: 7,
        ...(cursor === null ? {} : { cursor }),
      },
    );
    seen.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(new Set(seen.map((row) => row.id)).size).toBe(30);
  expect(seen.map((row) => row.at)).toEqual(
    seen
      .map((row) => row.at)
      .sort()
      .reverse(),
  );
});

test("an act is found by who, what, on what, when and how it ended", async () => {
  const { id: organisationId, ownerId, owner } = organisation;
  const call = callAs(owner);
  const count = async (filter: object) =>
    (await auditOfOrganisation(call, { organisationId, limit: 100, ...filter })).items.length;
  expect(await count({ actor: ownerId, command })).toBe(30);
  expect(await count({ actor: `user:${ownerId}`, command })).toBe(30);
  expect(await count({ actor: "per_nobody", command })).toBe(0);
  expect(await count({ subject: organisationId, command: "parties.update" })).toBe(30);
  const today = new Date().toISOString().slice(0, 10);
  expect(await count({ from: today, to: today, command })).toBe(30);
  expect(await count({ to: "2020-01-01" })).toBe(0);
  await expect(auditOfOrganisation(call, { organisationId, from: "yesterday" })).rejects.toMatchObject({
    code: "INVALID_INPUT",
    faults: [{ path: "from" }],
  });
  await expect(auditOfOrganisation(call, { organisationId, cursor: "nonsense" })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});

test("it names people and keys, and keeps refusals", async () => {
  const { id: personId } = await aPerson({ name: "Ada Byron" });
  const ada = await actorFor(personId);
  await updateProfile(callAs(ada), { name: "Ada Lovelace" });
  const key = await anApiKey(ada, { preset: "read_only", name: "reader" });
  await expect(updateProfile(callAs(key.actor), { name: "Eve" })).rejects.toMatchObject({
    code: "SCOPE_MISSING",
  });
  const mine = (await auditOfMine(callAs(ada), {})).items;
  expect(mine[0]).toMatchObject({
    actorName: "reader",
    outcome: "refused",
    detail: { code: "SCOPE_MISSING" },
  });
  expect(
    mine.find((row) => row.command === "parties.update_profile" && row.outcome === "done"),
  ).toMatchObject({
    actorName: "Ada Lovelace",
  });
});

test("an organisation sees what was refused to its people and keys", async () => {
  const { id: organisationId, owner } = organisation;
  const analyst = await aMember(organisationId, "analyst");
  const key = await anApiKey(owner, { organisationId, preset: "read_only" });
  const attempt = { organisationId, name: "Not mine to name" };
  await expect(updateOrganisation(callAs(analyst.actor), attempt)).rejects.toThrow();
  await expect(updateOrganisation(callAs(key.actor), attempt)).rejects.toThrow();
  const refused = await auditOfOrganisation(callAs(owner), { organisationId, outcome: "refused", command });
  expect(refused.items.map((row) => row.actor)).toEqual([`apiKey:${key.id}`, `user:${analyst.personId}`]);
});

describe("an organisation's audit", () => {
  const attempt = (actor: Actor, organisationId: string, name: string) =>
    updateOrganisation(callAs(actor), { organisationId, name });

  test("names and finds its own people, also those who left, and its keys", async () => {
    const { id: organisationId, owner } = await anOrganisation();
    const grace = await aPerson({ name: "Grace Hopper" });
    const { actor, personId } = await aMember(organisationId, "admin", grace.id);
    await attempt(actor, organisationId, "Compilers");
    const key = await anApiKey(owner, { organisationId, preset: "all", name: "the robot" });
    await attempt(key.actor, organisationId, "Robots");
    await removeMember(callAs(owner), { organisationId, personId });
    const { items } = await auditOfOrganisation(callAs(owner), { organisationId, command });
    expect(items.map((row) => row.actorName)).toEqual(["the robot", "Grace Hopper"]);
    const found = await auditOfOrganisation(callAs(owner), { organisationId, q: "hopper" });
    expect(found.items.map((row) => row.actorName)).toEqual(["Grace Hopper"]);
  });

  test("calls an operator an operator, and finds them by no name of theirs", async () => {
    const { id: organisationId, owner } = await anOrganisation();
    const ruth = await aPerson({ name: "Ruth the operator's own", email: "ruth@coop.example" });
    const { actor } = await aMember((await anOrganisation({ kind: "operator" })).id, "owner", ruth.id);
    await setOrganisationState(callAs(actor), { organisationId, state: "suspended", reason: "test" });
    const search = async (q?: string) =>
      (await auditOfOrganisation(callAs(owner), { organisationId, q })).items.filter(
        (row) => row.actor === `user:${ruth.id}`,
      );
    expect(await search()).toMatchObject([{ actorName: null, actorOperator: true }]);
    expect(await search("operator")).toHaveLength(1);
    expect(await search("ruth@coop.example")).toEqual([]);
    const all = await auditOfEverything(callAs(actor), { q: "ruth@coop.example" });
    expect(all.items[0]).toMatchObject({ actorName: ruth.name, actorOperator: false });
  });

  test("names nobody outside the organisation, even for a record of theirs in it", async () => {
    const { id: organisationId, owner } = await anOrganisation();
    const { id } = await aPerson({ name: "Quiet Contributor", email: "quiet@people.example" });
    const row = { id: "aud_1", at: new Date(), actor: `user:${id}`, personId: id, organisationId };
    await db.prisma.auditRecord.create({
      data: { ...row, command: "works.attest_handle", outcome: "done", detail: {}, requestId: "r" },
    });
    const search = async (q?: string) =>
      (await auditOfOrganisation(callAs(owner), { organisationId, q })).items.filter(
        ({ personId }) => personId === id,
      );
    expect(await search()).toMatchObject([{ actorName: null, actorOperator: false }]);
    expect(await search("quiet")).toEqual([]);
  });
});

describe("who may look", () => {
  test("strangers see nothing, operators everything", async () => {
    const { id: organisationId } = organisation;
    const stranger = (await anOrganisation()).owner;
    await expect(auditOfOrganisation(callAs(stranger), { organisationId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(auditOfEverything(callAs(stranger), {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await auditOfOrganisation(callAs(operator), { organisationId })).items.length).toBeGreaterThan(0);
    const all = await auditOfEverything(callAs(operator), { limit: 100 });
    expect(new Set(all.items.map((row) => row.organisationId)).size).toBeGreaterThan(1);
  });

  test("every member reads their organisation's; a key without the scope does not", async () => {
    const { id: organisationId, owner } = organisation;
    const billing = await aMember(organisationId, "billing");
    expect(
      (await auditOfOrganisation(callAs(billing.actor), { organisationId })).items.length,
    ).toBeGreaterThan(0);
    const key = await anApiKey(owner, { organisationId, scopes: ["deals:read"] });
    await expect(auditOfOrganisation(callAs(key.actor), { organisationId })).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
    await expect(auditOfMine(callAs(key.actor), {})).rejects.toMatchObject({ code: "SCOPE_MISSING" });
  });
});
