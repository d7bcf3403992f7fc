import { describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import {
  actorFor,
  aMember,
  anApiKey,
  anOrganisation,
  aPerson,
  aSecondStep,
  callAs,
  SYSTEM,
} from "@/test/factories/parties";
import { foundOperator } from "./organisations/found-operator";
import { myOrganisations } from "./queries/organisations";

describe("the first operator", () => {
  test("is verified from the start, with its owner", async () => {
    const { id: personId } = await aPerson();
    const made = await foundOperator(callAs(SYSTEM), { name: "Remit House", personId });
    expect(made).toMatchObject({ kind: "operator", name: "Remit House", state: "verified", myRole: "owner" });
    expect(await db.prisma.membership.findMany({ where: { organisationId: made.id } })).toMatchObject([
      { personId, role: "owner" },
    ]);
    expect(
      await db.prisma.outboxEvent.count({
        where: {
          type: "parties.organisation_signed_up",
          payload: { path: ["organisationId"], equals: made.id },
        },
      }),
    ).toBe(1);
    await aSecondStep(personId);
    const { items } = await myOrganisations(callAs(await actorFor(personId)), {});
    expect(items).toMatchObject([{ id: made.id, kind: "operator", myRole: "owner" }]);
  });

  test("is founded once under a name", async () => {
    const { id: personId } = await aPerson();
    await foundOperator(callAs(SYSTEM), { name: "Twice", personId });
    await expect(foundOperator(callAs(SYSTEM), { name: "TWICE", personId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await db.prisma.organisation.count({ where: { slug: "twice" } })).toBe(1);
  });

  test("is founded by a job alone: an operator's own people find nothing there", async () => {
    const operator = await anOrganisation({ kind: "operator", name: "Founders" });
    for (const actor of [operator.owner, { kind: "anonymous" } as const])
      await expect(
        foundOperator(callAs(actor), { name: "Mine", personId: operator.ownerId }),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db.prisma.organisation.count({ where: { name: "Mine" } })).toBe(0);
  });
});

describe("my organisations", () => {
  test("are those I belong to, newest first, page by page, with my role", async () => {
    const { id: personId } = await aPerson();
    const first = await anOrganisation({ name: "First", ownerId: personId });
    const second = await anOrganisation({ kind: "lab", name: "Second", verified: false });
    await aMember(second.id, "analyst", personId);
    await anOrganisation({ name: "Not mine" });
    const call = callAs(await actorFor(personId));
    const all = await myOrganisations(call, {});
    expect(all.items).toMatchObject([
      { id: second.id, name: "Second", kind: "lab", state: "unverified", myRole: "analyst" },
      { id: first.id, name: "First", kind: "platform", state: "verified", myRole: "owner" },
    ]);
    const page = await myOrganisations(call, { limit: 1 });
    expect(page.items.map(({ id }) => id)).toEqual([second.id]);
    const rest = await myOrganisations(call, { limit: 1, cursor: page.nextCursor ?? "" });
    expect(rest).toMatchObject({ items: [{ id: first.id }], nextCursor: null });
  });

  test("of a key are the one it was made for; a person's own key has none", async () => {
    const { id, owner } = await anOrganisation({ name: "Keyed" });
    await anOrganisation({
      name: "Other of the owner",
      ownerId: owner.kind === "user" ? owner.personId : "",
    });
    const key = await anApiKey(owner, { organisationId: id, preset: "read_only" });
    expect((await myOrganisations(callAs(key.actor), {})).items.map((one) => one.id)).toEqual([id]);
    const own = await anApiKey(owner, { preset: "read_only" });
    expect((await myOrganisations(callAs(own.actor), {})).items).toEqual([]);
  });

  test("are refused to nobody, and to a key without the scope", async () => {
    await expect(myOrganisations(callAs({ kind: "anonymous" }), {})).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
    const { id, owner } = await anOrganisation();
    const key = await anApiKey(owner, { organisationId: id, scopes: ["deals:read"] });
    await expect(myOrganisations(callAs(key.actor), {})).rejects.toMatchObject({ code: "SCOPE_MISSING" });
  });
});
