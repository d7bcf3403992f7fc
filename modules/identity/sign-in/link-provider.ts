import { z } from "zod";
import { command } from "@/infra/verb/command";
import { notFound } from "@/kernel/errors";
import { IdentityEvents } from "../events";
import { sessionsOf } from "../repository/sessions";
import { insertIdentity } from "../repository/sign-in-tokens";

/**
 * A provider (GitHub, …) opens a person's place from now on. Signing in does this, after app/_web/sign-in/auth-options.ts has seen
 * who may. Somebody who is signed in already connected one more, and is told; a newcomer has no session yet.
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
