import { command } from "@/infra/verb/command";
import { actorName } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { withdrawEverything } from "@/modules/consent/terms/withdraw-everything";
import { closeWaysIn } from "@/modules/identity/departure";
import { PartyEvents } from "@/modules/parties/events";
import { beginDeparture, erasePerson } from "@/modules/parties/people/departure";
import { closePayee } from "@/modules/settlement/close-payee";
import { leaveWorks } from "@/modules/works/register/leave-works";
import { isConfirmed } from "./confirmation";
import { DeletePerson, PersonDeleted } from "./schema";

const NAME = "departures.delete_person";

/**
 * Deletes one's own account in one transaction. Refused with LAST_OWNER, MONEY_REMAINS or HANDLE_DISPUTED. Withdraws terms
 * before it releases handles, so that the history keeps their order. Notices and copies follow by the event, which has the id
 * alone, as the audit has.
 */
export const deletePerson = command({
  name: NAME,
  scope: "parties:write",
  stepUp: true,
  timeoutMs: 60_000,
  input: DeletePerson,
  output: PersonDeleted,
  async run({ tx, actor, now }, { confirmation }) {
    if (actor.kind !== "user")
      throw new DomainError("NOT_SIGNED_IN", "Only a signed-in person can delete their account.");
    const { personId } = actor;
    const person = await beginDeparture(tx, personId);
    if (!isConfirmed(person, confirmation)) throw notTyped();
    const { email } = person;
    await closePayee(tx, personId, now);
    const withdrawn = await withdrawEverything(tx, { personId, now, by: actorName(actor) });
    const left = await leaveWorks(tx, { personId, email, now });
    const keyIds = await closeWaysIn(tx, { personId, email });
    await erasePerson(tx, { personId, email, keyIds, actor, command: NAME, now });
    return {
      value: { personId },
      events: [...withdrawn, ...left, PartyEvents.person_deleted({ personId })],
      audit: { subject: personId, personId },
    };
  },
});

const notTyped = (): DomainError => {
  const message = "Type it exactly as it is shown, so that nothing is deleted by accident.";
  return new DomainError("INVALID_INPUT", message, { faults: [{ path: "confirmation", message }] });
};
