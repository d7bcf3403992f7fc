import { describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { actorFor, callAs, SYSTEM, signInAs } from "@/test/factories/parties";
import { codeAt, enrolled, pass, provedSession } from "@/test/factories/second-step";
import { mySecondStep } from "../queries/second-step";
import { sealAppSecret } from "../secrets";
import { actorOfSession } from "../sign-in/resolve-actor";
import { forgetSecondStep } from "./forget-second-step";
import { beginSecondStep, confirmSecondStep, renewRecoveryCodes } from "./set-up-second-step";
import { turnOffSecondStep } from "./turn-off-second-step";

const told = async (type: string, personId: string) =>
  (await db.prisma.outboxEvent.findMany({ where: { type } }))
    .map(({ payload }) => payload as { personId: string })
    .filter((payload) => payload.personId === personId);

describe("changing it", () => {
  test("new recovery codes end the old ones, for a code", async () => {
    const { id, actor, secret, codes } = await enrolled();
    await expect(renewRecoveryCodes(callAs(actor), { code: "zzzz" })).rejects.toMatchObject({
      code: "CODE_WRONG",
    });
    const renewed = await renewRecoveryCodes(callAs(actor), { code: codeAt(secret) });
    expect(renewed.codes).toHaveLength(10);
    expect(await told("parties.second_step_set", id)).toContainEqual({ personId: id, change: "codes" });
    const token = await provedSession(id);
    await expect(pass(token, codes[0] ?? "")).rejects.toMatchObject({ code: "CODE_WRONG" });
    await pass(token, renewed.codes[0] ?? "");
  });

  test("turning it off takes a recent sign-in and a code; after a new set-up every session is asked for it", async () => {
    const { id, actor, secret } = await enrolled();
    const elsewhere = await signInAs(id);
    const stale = await actorFor(id, new Date(Date.now() - 60 * 60_000));
    const code = codeAt(secret);
    for (const verb of [turnOffSecondStep, renewRecoveryCodes] as const)
      await expect(verb(callAs(stale), { code })).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await turnOffSecondStep(callAs(actor), { code });
    expect(await told("parties.second_step_set", id)).toContainEqual({ personId: id, change: "off" });
    expect(await db.prisma.recoveryCode.count({ where: { personId: id } })).toBe(0);
    expect(await actorOfSession(await provedSession(id))).toMatchObject({ personId: id });
    await expect(turnOffSecondStep(callAs(actor), { code })).rejects.toMatchObject({ code: "CONFLICT" });
    const { secret: second } = await beginSecondStep(callAs(actor), {});
    await confirmSecondStep(callAs(actor), { code: codeAt(second) });
    expect(await actorOfSession(elsewhere)).toBeNull();
  });

  test("under another REMIT_SECRET the app is wrong and a recovery code still right", async () => {
    const { id, secret, codes } = await enrolled();
    await db.prisma.secondStep.update({
      where: { personId: id },
      data: { secret: sealAppSecret("MZXW6YTB", "per_x") },
    });
    const token = await provedSession(id);
    await expect(pass(token, codeAt(secret))).rejects.toMatchObject({ code: "CODE_WRONG" });
    await pass(token, codes[0] ?? "");
  });

  test("only the administrator can let a person in who has lost everything; that ends the person's sessions", async () => {
    const { id, actor } = await enrolled();
    const { email } = await db.prisma.person.findUniqueOrThrow({ where: { id } });
    const ask = { email: email ?? "" };
    await expect(forgetSecondStep(callAs(actor), ask)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const before = await provedSession(id);
    expect((await forgetSecondStep(callAs(SYSTEM), ask)).ended).toBeGreaterThan(0);
    expect(await told("parties.second_step_set", id)).toContainEqual({ personId: id, change: "off" });
    expect(await actorOfSession(before)).toBeNull();
    expect(await actorOfSession(await provedSession(id))).toMatchObject({ personId: id });
    await expect(forgetSecondStep(callAs(SYSTEM), ask)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(forgetSecondStep(callAs(SYSTEM), { email: "nobody@mail.example" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("one's own second step is all one sees and changes", async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    await expect(turnOffSecondStep(callAs(one.actor), { code: codeAt(other.secret) })).rejects.toMatchObject({
      code: "CODE_WRONG",
    });
    expect(await mySecondStep(callAs(other.actor), {})).toMatchObject({ codesLeft: 10 });
  });
});
