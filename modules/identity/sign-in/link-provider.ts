import { z } from "zod";
import { command } from "@/infra/verb/command";
import { notFound } from "@/kernel/errors";
import { IdentityEvents } from "../events";
import { sessionsOf } from "../repository/sessions";
import { insertIdentity } from "../repository/sign-in-tokens";

/**
 * Connects a provider (GitHub, …): from now on it can sign the person in. A sign-in calls this after the checks of
 * app/_web/sign-in/auth-options.ts. A person with a session gets a notice; a new person has none yet.
 */
export const linkProvider = command({
  name: "parties.link_provider",
  scope: null,
  input: z.object({
    personId: z.string(),
    type: z.string(),
    provider: z.string(),
    providerAccountId: z.string(),
  }),
  output: z.object({ provider: z.string() }),
  async run({ tx, actor, now }, identity) {
    if (actor.kind !== "system") throw notFound("page");
    const { personId, provider } = identity;
    await insertIdentity(tx, identity);
    const isNewcomer = (await sessionsOf(personId, now)).length === 0;
    return {
      value: { provider },
      events: isNewcomer ? [] : [IdentityEvents.provider_linked({ personId, provider })],
      audit: { subject: provider, personId },
    };
  },
});
