import { z } from "zod";
import { command } from "@/infra/verb/command";
import { DomainError, notFound } from "@/kernel/errors";
import { personOf } from "@/modules/parties/people/person-of";
import { deleteIdentity, identitiesOf } from "../repository/sign-in-tokens";

/** Stops a provider (GitHub, …) from opening one's place. The last way in is never taken away. */
export const unlinkProvider = command({
  name: "parties.unlink_provider",
  scope: "parties:write",
  stepUp: true,
  input: z.object({ provider: z.string().min(1).max(100) }),
  output: z.object({ provider: z.string() }),
  async run({ tx, actor }, { provider }) {
    if (actor.kind !== "user") throw new DomainError("NOT_SIGNED_IN", "Only a signed-in person can do this.");
    const [person, providers] = [await personOf(actor.personId, tx), await identitiesOf(actor.personId)];
    if (person?.email === null && providers.length <= 1)
      throw new DomainError("CONFLICT", "This is your only way to sign in.", {
        detail: { because: "only_way_in" },
      });
    if (!(await deleteIdentity(tx, actor.personId, provider))) throw notFound("provider");
    return { value: { provider }, events: [], audit: { subject: provider, personId: actor.personId } };
  },
});
