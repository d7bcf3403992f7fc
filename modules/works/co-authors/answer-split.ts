import { digestOf } from "@/infra/crypto/secret-digest";
import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import { DomainError, notFound } from "@/kernel/errors";
import type { IdentifierScheme } from "../domain/identifier";
import { WorkEvents } from "../events";
import { refuseRegistered } from "../register/register-work";
import { answerAuthor, findAuthorByToken, findWork, lockRegistrations, lockWork } from "../repository/works";
import { AnswerSplitRequest, Work } from "../schema";
import { workWire } from "../wire";

/**
 * An invited author accepts or declines their share. Any signed-in person with the link can answer, once. The author of a
 * retired work can answer too: the work earns nothing more, but its past earnings for their seat are held until they answer.
 */
export const answerSplit = command({
  name: "works.answer_split",
  scope: "works:write",
  stepUp: true,
  input: AnswerSplitRequest,
  output: Work,
  async run({ tx, actor, now }, { token, answer }) {
    const personId = requirePerson(actor);
    const invited = await findAuthorByToken(digestOf(token), tx);
    const locked = invited === null ? null : await lockWork(tx, invited.workId);
    const author = locked?.authors.find(({ id }) => id === invited?.id);
    if (locked === null || author === undefined) throw notFound("invitation");
    const state = answer === "accept" ? ("accepted" as const) : ("declined" as const);
    const isRepeat = author.state === state && author.personId === personId;
    if (author.state !== "proposed" && !isRepeat)
      throw new DomainError(
        "CONFLICT",
        `This invitation was already ${author.state}. You can answer only once.`,
        { detail: { because: "answered_before" } },
      );
    if (locked.authors.some((other) => other.id !== author.id && other.personId === personId))
      throw new DomainError(
        "CONFLICT",
        "You are already an author of this work. Sign in as the person this invitation is for.",
        { detail: { because: "author_already" } },
      );
    if (!isRepeat && state === "accepted" && locked.retiredAt === null) {
      await lockRegistrations(tx, personId);
      await refuseRegistered(
        tx,
        personId,
        locked.identifiers.map(({ scheme, value }) => ({ scheme: scheme as IdentifierScheme, value })),
        locked.id,
      );
    }
    if (!isRepeat) await answerAuthor(tx, author.id, { personId, state, answeredAt: now });
    const work = (await findWork(locked.id, tx)) ?? locked;
    const answered = state === "accepted" ? WorkEvents.split_accepted : WorkEvents.split_declined;
    const payload = { workId: work.id, authorId: author.id, personId };
    return {
      value: workWire(work, personId),
      events: isRepeat ? [] : [answered(payload)],
      audit: { subject: work.id, detail: { authorId: author.id, answer } },
    };
  },
});
