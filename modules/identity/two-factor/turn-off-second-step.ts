import { command } from "@/infra/verb/command";
import { requireSignedIn } from "@/kernel/access";
import { Empty } from "@/modules/parties/schema";
import { IdentityEvents } from "../events";
import { deleteSecondStep } from "../repository/second-step";
import { forgetPassed } from "../repository/sessions";
import { SecondStepCode } from "../schema";
import { verifySecondFactor } from "./verify-second-factor";

/**
 * From now on a link or a provider alone signs this person in. An operator loses the operator's rights until they set a
 * second step up again.
 */
export const turnOffSecondStep = command({
  name: "parties.turn_off_second_step",
  scope: "parties:write",
  stepUp: true,
  input: SecondStepCode,
  output: Empty,
  async run({ tx, actor, now }, { code: typed }) {
    const personId = requireSignedIn(actor);
    const by = await verifySecondFactor(tx, { personId, typed, now });
    await deleteSecondStep(tx, personId);
    await forgetPassed(tx, personId);
    return {
      value: {},
      events: [IdentityEvents.second_step_set({ personId, change: "off" })],
      audit: { subject: personId, personId, detail: { by } },
    };
  },
});
