import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { ANONYMOUS } from "@/kernel/actor";
import { actorFor, anApiKey, aPerson, aSecondStep, callAs, SYSTEM } from "@/test/factories/parties";
import { codeAt, enrolled, pass, provedSession } from "@/test/factories/second-step";
import { mySecondStep, personWaiting } from "../queries/second-step";
import { mySessions } from "../queries/sign-in";
import { openAppSecret, sealAppSecret } from "../secrets";
import { authAdapter } from "../sign-in/auth-adapter";
import { completeSignIn } from "../sign-in/complete-sign-in";
import { actorOfSession } from "../sign-in/resolve-actor";
import { giveUpSignIn, passSecondStep } from "./pass-second-step";
import { beginSecondStep, confirmSecondStep } from "./set-up-second-step";
import { turnOffSecondStep } from "./turn-off-second-step";

const audited = (personId: string, command: string, outcome = "done") =>
  db.prisma.auditRecord.count({ where: { personId, command, outcome } });
const told = async (type: string, personId: string) =>
  (await db.prisma.outboxEvent.findMany({ where: { type } }))
    .map(({ payload }) => payload as { personId: string })
    .filter((payload) => payload.personId === personId);

describe("setting it up", () => {
  test("shows a secret, takes a code of it, and gives ten recovery codes; audited and told", async () => {
    const { id } = await aPerson();
    const actor = await actorFor(id);
    const begun = await beginSecondStep(callAs(actor), {});
    expect(begun.secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(begun.address).toContain(`secret=${begun.secret.replaceAll(" ", "")}&issuer=Remit`);
    expect(await mySecondStep(callAs(actor), {})).toMatchObject({ onSince: null });
    await expect(confirmSecondStep(callAs(actor), { code: "000 00" })).rejects.toMatchObject({
      code: "CODE_WRONG",
    });
    const { codes } = await confirmSecondStep(callAs(actor), { code: codeAt(begun.secret) });
    expect(new Set(codes).size).toBe(10);
    expect(await mySecondStep(callAs(actor), {})).toMatchObject({
      onSince: expect.any(String),
      codesLeft: 10,
    });
    expect(await audited(id, "parties.begin_second_step")).toBe(1);
    expect(await audited(id, "parties.confirm_second_step")).toBe(1);
    expect(await audited(id, "parties.confirm_second_step", "refused")).toBe(1);
    expect(await told("parties.second_step_set", id)).toEqual([{ personId: id, change: "on" }]);
  });

  test("keeps neither secret nor codes in clear, nor in answers for repeated requests", async () => {
    const { id } = await aPerson();
    const actor = await actorFor(id);
    const idempotencyKey = randomUUID();
    const { secret } = await beginSecondStep(callAs(actor, { idempotencyKey }), {});
    expect(await beginSecondStep(callAs(actor, { idempotencyKey }), {})).toEqual({ secret: "", address: "" });
    const again = randomUUID();
    const code = codeAt(secret);
    const { codes } = await confirmSecondStep(callAs(actor, { idempotencyKey: again }), { code });
    expect(await confirmSecondStep(callAs(actor, { idempotencyKey: again }), { code })).toEqual({
      codes: [],
    });
    const rows = JSON.stringify([
      await db.prisma.secondStep.findMany(),
      await db.prisma.recoveryCode.findMany(),
      await db.prisma.idempotencyRecord.findMany(),
      await db.prisma.auditRecord.findMany(),
      await db.prisma.outboxEvent.findMany(),
    ]);
    for (const known of [
      secret,
      secret.replaceAll(" ", ""),
      ...codes,
      ...codes.map((one) => one.replaceAll("-", "")),
    ])
      expect(rows).not.toContain(known);
  });

  test("is of the person alone, signed in just now, and happens once", async () => {
    const { id } = await aPerson();
    const stale = await actorFor(id, new Date(Date.now() - 60 * 60_000));
    await expect(beginSecondStep(callAs(stale), {})).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    await expect(beginSecondStep(callAs(ANONYMOUS), {})).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    const key = await anApiKey(await actorFor(id));
    await expect(beginSecondStep(callAs(key.actor), {})).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    const { actor } = await enrolled();
    await expect(beginSecondStep(callAs(actor), {})).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(confirmSecondStep(callAs(actor), { code: "123456" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("a secret opens under the same settings and for the same person only", () => {
    const sealed = sealAppSecret("MZXW6YTB", "per_1");
    expect(openAppSecret(sealed, "per_1")).toBe("MZXW6YTB");
    expect(openAppSecret(sealed, "per_2")).toBeNull();
    expect(openAppSecret("", "per_1")).toBeNull();
    expect(openAppSecret(`${sealed.slice(0, -2)}AA`, "per_1")).toBeNull();
    expect(sealAppSecret("MZXW6YTB", "per_1")).not.toBe(sealed);
  });
});

describe("a session that waits for its second step", () => {
  let of: Awaited<ReturnType<typeof enrolled>>;
  let token: string;
  beforeEach(async () => {
    of = await enrolled();
    token = await provedSession(of.id);
  });

  test("is nobody's, for us and for next-auth, until a code was given; then it goes on under another token", async () => {
    expect(await actorOfSession(token)).toBeNull();
    expect(await authAdapter(async () => "en").getSessionAndUser?.(token)).toBeNull();
    expect(await personWaiting(token)).toBe(of.id);
    const passed = await pass(token, codeAt(of.secret));
    expect(passed.personId).toBe(of.id);
    expect(await actorOfSession(token)).toBeNull();
    expect(await personWaiting(token)).toBeNull();
    expect(await actorOfSession(passed.token)).toMatchObject({ kind: "user", personId: of.id });
    expect(await authAdapter(async () => "en").getSessionAndUser?.(passed.token)).toMatchObject({
      user: { id: of.id },
    });
    expect(await personWaiting(passed.token)).toBeNull();
    expect(await audited(of.id, "parties.pass_second_step")).toBe(1);
    expect(await told("parties.recovery_code_used", of.id)).toEqual([]);
  });

  test("counts as signed in from the second step on", async () => {
    const early = new Date(Date.now() - 20 * 60_000);
    await db.prisma.session.updateMany({ where: { userId: of.id }, data: { signedInAt: early } });
    const passed = await pass(token, codeAt(of.secret));
    const actor = await actorOfSession(passed.token);
    expect(actor?.kind === "user" && actor.signedInAt.getTime()).toBeGreaterThan(early.getTime() + 60_000);
  });

  test("starts over when the first proof is too old", async () => {
    const old = new Date(Date.now() - 31 * 60_000);
    await db.prisma.session.updateMany({ where: { userId: of.id }, data: { signedInAt: old } });
    expect(await personWaiting(token)).toBeNull();
    await expect(pass(token, codeAt(of.secret))).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });

  test("takes each code of the app once, also on another device", async () => {
    const code = codeAt(of.secret);
    await pass(token, code);
    const other = await provedSession(of.id);
    await expect(pass(other, code)).rejects.toMatchObject({ code: "CODE_WRONG" });
    expect(await actorOfSession(other)).toBeNull();
    const race = await Promise.allSettled([1, 2].map(() => pass(other, codeAt(of.secret, new Date(), 1))));
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("takes a recovery code once, in any spelling, and the person gets a notice", async () => {
    const [first = ""] = of.codes;
    const passed = await pass(token, ` ${first.toUpperCase().replaceAll("-", " ")} `);
    expect(await actorOfSession(passed.token)).toMatchObject({ personId: of.id });
    expect(await told("parties.recovery_code_used", of.id)).toEqual([{ personId: of.id, codes: 9 }]);
    const other = await provedSession(of.id);
    await expect(pass(other, first)).rejects.toMatchObject({ code: "CODE_WRONG" });
    const stranger = await enrolled();
    await expect(pass(other, stranger.codes[0] ?? "")).rejects.toMatchObject({ code: "CODE_WRONG" });
  });

  test("takes no code at all after five wrong ones, wherever they were given; wrong ones are in the person's audit", async () => {
    const call = { ...callAs(SYSTEM), aboutPersonId: of.id };
    const wrong = () => passSecondStep(call, { token, code: "aaaa" });
    for (let count = 0; count < 4; count += 1)
      await expect(wrong()).rejects.toMatchObject({ code: "CODE_WRONG" });
    await expect(turnOffSecondStep(callAs(of.actor), { code: "bbbb" })).rejects.toMatchObject({
      code: "CODE_WRONG",
    });
    await expect(pass(token, codeAt(of.secret))).rejects.toMatchObject({
      code: "RATE_LIMITED",
      detail: { because: "too_many_codes", minutes: 15 },
    });
    await expect(pass(token, of.codes[0] ?? "")).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await audited(of.id, "parties.pass_second_step", "refused")).toBe(4);
    const other = await enrolled();
    await pass(await provedSession(other.id), codeAt(other.secret));
  });

  test("right codes do not count against it", async () => {
    for (const code of of.codes.slice(0, 7)) await pass(await provedSession(of.id), code);
  });

  test("is passed by signing in alone, and can be given up", async () => {
    const code = codeAt(of.secret);
    await expect(passSecondStep(callAs(of.actor), { token, code })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(giveUpSignIn(callAs(ANONYMOUS), { token })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await giveUpSignIn(callAs(SYSTEM), { token });
    expect(await personWaiting(token)).toBeNull();
    await expect(giveUpSignIn(callAs(SYSTEM), { token })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a session that was there before waits too, and the list of devices says so", async () => {
    const { id } = await aPerson();
    const before = await provedSession(id);
    expect(await actorOfSession(before)).toMatchObject({ personId: id });
    const actor = await actorFor(id);
    const { secret } = await beginSecondStep(callAs(actor), {});
    expect(await actorOfSession(before)).not.toBeNull();
    await confirmSecondStep(callAs(actor), { code: codeAt(secret) });
    expect(await actorOfSession(before)).toBeNull();
    const { items } = await mySessions(callAs(actor), {});
    expect(items.map(({ current, waiting }) => ({ current, waiting }))).toEqual(
      expect.arrayContaining([
        { current: true, waiting: false },
        { current: false, waiting: true },
      ]),
    );
  });

  test("a new proof on a session that had passed has to pass again", async () => {
    const passed = await pass(token, codeAt(of.secret));
    const input = {
      token: passed.token,
      previousToken: null,
      replacement: null,
      userAgent: null,
      method: "email",
    };
    await completeSignIn(callAs(SYSTEM), input);
    expect(await actorOfSession(passed.token)).toBeNull();
    expect(await personWaiting(passed.token)).toBe(of.id);
  });
});

test("a factory's second step is like one that was set up", async () => {
  const { id } = await aPerson();
  const secret = await aSecondStep(id);
  const { token } = await pass(await provedSession(id), codeAt(secret));
  expect(await actorOfSession(token)).toMatchObject({ personId: id });
});
