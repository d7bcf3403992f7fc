import { command } from "@/infra/verb/command";
import { requireSignedIn } from "@/kernel/access";
import { Empty } from "@/modules/parties/schema";
import { IdentityEvents } from "../events";
import { countRecoveryCodes } from "../repository/second-step";
import { confirmSession } from "../repository/sessions";
import { SecondStepCode } from "../schema";
import { verifySecondFactor } from "../two-factor/verify-second-factor";

/**
 * Somebody who is signed in shows that it is still them, with a code of their second step alone: the session counts as a
 * recent sign-in from now on. The code is what a person at an open or stolen session does not have; the mail they might.
 */
export const confirmIdentity = command({
  name: "parties.confirm_identity",
  scope: "parties:write",
  input: SecondStepCode,
  output: Empty,
  async run({ tx, actor, now }, { code: typed }) {
    const personId = requireSignedIn(actor);
    const by = await verifySecondFactor(tx, { personId, typed, now });
    if (actor.kind === "user") await confirmSession(tx, personId, actor.sessionId, now);
    const codes = await countRecoveryCodes(tx, personId);
    return {
      value: {},
      events: by === "app" ? [] : [IdentityEvents.recovery_code_used({ personId, codes })],
      audit: { subject: personId, personId, detail: { by } },
    };
  },
});
