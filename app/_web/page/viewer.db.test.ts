import { expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { homeOf } from "../sign-in/sign-in";
import { viewerOf } from "./viewer";

const seen = async (personId: string) => viewerOf(callAs(await actorFor(personId)));

test("an operator without a second step is led to it, and is no operator meanwhile", async () => {
  const { ownerId } = await anOrganisation({ kind: "operator" });
  const operator = await seen(ownerId);
  expect(operator).toMatchObject({ isOperator: true, needsSecondStep: false });
  await db.prisma.secondStep.delete({ where: { personId: ownerId } });
  const without = await seen(ownerId);
  expect(without).toMatchObject({ isOperator: false, needsSecondStep: true });
  // Both start at the operator's pages; without a second step these lead to its set-up.
  for (const who of [operator, without]) expect(homeOf(who)).toBe("/operator");
});

test("nobody else is", async () => {
  const { id, ownerId } = await anOrganisation();
  expect(await seen(ownerId)).toMatchObject({ isOperator: false, needsSecondStep: false });
  expect(homeOf(await seen(ownerId))).toBe(`/o/${id}`);
  expect(homeOf(await seen((await aPerson()).id))).toBe("/me");
});
