import { describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { anApiKey, aPerson, aSecondStep, callAs, signInAs } from "@/test/factories/parties";
import { codeAt } from "@/test/factories/second-step";
import { confirmIdentity } from "./confirm-identity";
import { actorOfSession } from "./resolve-actor";

const AN_HOUR_AGO = () => new Date(Date.now() - 60 * 60_000);

/** Somebody who signed in an hour ago, as they act now. */
async function longSignedIn() {
  const { id } = await aPerson();
  const secret = await aSecondStep(id);
  const token = await signInAs(id, AN_HOUR_AGO());
  const actor = async () => (await actorOfSession(token)) as Actor;
  return { id, secret, actor };
}

describe("confirming who one is where one is", () => {
  test("the code alone makes the sign-in a recent one", async () => {
    const { secret, actor } = await longSignedIn();
    const save = async () => setTerms(callAs(await actor()), { preset: "never" });
    await expect(save()).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await confirmIdentity(callAs(await actor()), { code: codeAt(secret) });
    expect(await save()).toMatchObject({ inWords: expect.anything() });
  });

  test("a wrong code changes nothing, and many lock it", async () => {
    const { id, secret, actor } = await longSignedIn();
    const call = callAs(await actor());
    for (let tries = 0; tries < LIMITS.wrongCodesMax; tries += 1)
      await expect(confirmIdentity(call, { code: "000000" })).rejects.toMatchObject({ code: "CODE_WRONG" });
    await expect(confirmIdentity(call, { code: codeAt(secret) })).rejects.toMatchObject({
      code: "RATE_LIMITED",
    });
    const [session] = await db.prisma.session.findMany({ where: { userId: id } });
    expect(session?.signedInAt.getTime()).toBeLessThan(Date.now() - 50 * 60_000);
  });

  test("without a second step there is no code to give", async () => {
    const { id } = await aPerson();
    const actor = (await actorOfSession(await signInAs(id, AN_HOUR_AGO()))) as Actor;
    await expect(confirmIdentity(callAs(actor), { code: "123456" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("no key does this", async () => {
    const { id } = await aPerson();
    const { actor } = await anApiKey((await actorOfSession(await signInAs(id))) as Actor);
    await expect(confirmIdentity(callAs(actor), { code: "123456" })).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
  });
});
