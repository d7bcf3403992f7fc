import { z } from "zod";
import { command } from "@/infra/verb/command";
import { DomainError, notFound } from "@/kernel/errors";
import { personWithEmail } from "@/modules/parties/people/person-of";
import { Email } from "@/modules/parties/schema";
import { IdentityEvents } from "../events";
import { deleteSecondStep, lockSecondStep } from "../repository/second-step";
import { deleteOtherSessions } from "../repository/sessions";

/**
 * Recovery for a person who lost both authenticator and recovery codes. The administrator runs it (`npm run second-step`)
 * after verifying the person's identity. It ends all their sessions, and they get the mail of a turned-off second step. Jobs
 * only.
 */
export const forgetSecondStep = command({
  name: "parties.forget_second_step",
  scope: null,
  input: z.object({ email: Email }),
  output: z.object({ ended: z.number() }),
  async run({ tx, actor }, { email }) {
    if (actor.kind !== "system") throw notFound("page");
    const person = await personWithEmail(email, tx);
    if (person === null) throw notFound("person");
    if ((await lockSecondStep(tx, person.id)) === null)
      throw new DomainError("CONFLICT", "Two-step sign-in is off.", {
        detail: { because: "second_step_off" },
      });
    await deleteSecondStep(tx, person.id);
    const ended = await deleteOtherSessions(tx, person.id, null);
    return {
      value: { ended },
      events: [IdentityEvents.second_step_set({ personId: person.id, change: "off" })],
      audit: { subject: person.id, personId: person.id, detail: { by: "machine", ended } },
    };
  },
});
