import { digestOf } from "@/infra/crypto/secret-digest";
import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { requireSignedIn } from "@/kernel/access";
import { DomainError } from "@/kernel/errors";
import { personOf } from "@/modules/parties/people/person-of";
import { Empty } from "@/modules/parties/schema";
import { inGroups } from "../domain/second-step-code";
import { IdentityEvents } from "../events";
import { beginWith, replaceRecoveryCodes, saveConfirmed } from "../repository/second-step";
import { markPassed } from "../repository/sessions";
import { NewAppSecret, RecoveryCodes, SecondStepCode } from "../schema";
import { newAppSecret, newRecoveryCodes, sealAppSecret } from "../secrets";
import { otpauthAddress } from "./one-time-code";
import { verifySecondFactor } from "./verify-second-factor";

/** Shows a new secret for an authenticator app, this once. Nothing is asked for until a code of it was given. */
export const beginSecondStep = command({
  name: "parties.begin_second_step",
  scope: "parties:write",
  stepUp: true,
  input: Empty,
  output: NewAppSecret,
  replay: () => ({ secret: "", address: "" }),
  async run({ tx, actor, now }) {
    const personId = requireSignedIn(actor);
    const secret = newAppSecret();
    if (!(await beginWith(tx, personId, sealAppSecret(secret, personId), now)))
      throw new DomainError("CONFLICT", "Two-step sign-in is already on.", {
        detail: { because: "second_step_on" },
      });
    const person = await personOf(personId, tx);
    const account = person?.email ?? person?.name ?? personId;
    return {
      value: { secret: inGroups(secret, " "), address: otpauthAddress({ issuer: "Remit", account, secret }) },
      events: [],
      audit: { subject: personId, personId },
    };
  },
});

/** Turns the second step on, once the app has shown that it has the secret. The session that asks counts as passed. */
export const confirmSecondStep = command({
  name: "parties.confirm_second_step",
  scope: "parties:write",
  stepUp: true,
  input: SecondStepCode,
  output: RecoveryCodes,
  replay: () => ({ codes: [] }),
  async run({ tx, actor, now }, { code: typed }) {
    const personId = requireSignedIn(actor);
    await verifySecondFactor(tx, { personId, typed, now, confirming: true });
    await saveConfirmed(tx, personId, now);
    if (actor.kind === "user") await markPassed(tx, personId, actor.sessionId, now);
    return {
      value: { codes: await giveRecoveryCodes(tx, personId, now) },
      events: [IdentityEvents.second_step_set({ personId, change: "on" })],
      audit: { subject: personId, personId },
    };
  },
});

/** Replaces all recovery codes, for a person who has used or lost theirs. */
export const renewRecoveryCodes = command({
  name: "parties.renew_recovery_codes",
  scope: "parties:write",
  stepUp: true,
  input: SecondStepCode,
  output: RecoveryCodes,
  replay: () => ({ codes: [] }),
  async run({ tx, actor, now }, { code: typed }) {
    const personId = requireSignedIn(actor);
    const by = await verifySecondFactor(tx, { personId, typed, now });
    return {
      value: { codes: await giveRecoveryCodes(tx, personId, now) },
      events: [IdentityEvents.second_step_set({ personId, change: "codes" })],
      audit: { subject: personId, personId, detail: { by } },
    };
  },
});

async function giveRecoveryCodes(tx: Tx, personId: string, now: Date): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, personId, codes.map(digestOf), now);
  return codes;
}
