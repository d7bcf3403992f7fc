import { command } from "@/infra/verb/command";
import { query } from "@/infra/verb/query";
import { notFound } from "@/kernel/errors";
import { ALWAYS_MAILED, DEFAULT_CADENCE, TOPICS } from "../domain/kinds";
import { lockChosen, saveChosen } from "../repository/settings";
import { UnsubscribeToken, Unsubscription } from "../schema";
import { readUnsubscribeToken } from "./unsubscribe-token";

/**
 * Ends the mails a link is about; the inbox goes on. Works without signing in, because the link came by mail and its token
 * is signed. A digest as a whole is ended by ending each topic that comes in it.
 */
export const unsubscribe = command({
  name: "notices.unsubscribe",
  scope: null,
  input: UnsubscribeToken,
  output: Unsubscription,
  async run({ tx }, { token }) {
    const meant = readUnsubscribeToken(token);
    if (meant === null) throw notFound("subscription");
    const { personId, what } = meant;
    const chosen = await lockChosen(tx, personId);
    const ended = TOPICS.filter(
      (topic) =>
        !ALWAYS_MAILED.includes(topic) &&
        (topic === what || (chosen.get(topic) ?? DEFAULT_CADENCE[topic]) === what),
    );
    await saveChosen(
      tx,
      personId,
      ended.map((topic) => ({ topic, cadence: "never" })),
    );
    return { value: { what }, events: [], audit: { subject: personId, personId, detail: { what } } };
  },
});

/** What a link would end, for the page that asks before it does so. */
export const readUnsubscription = query({
  name: "notices.unsubscription",
  scope: null,
  input: UnsubscribeToken,
  output: Unsubscription,
  async run(_, { token }) {
    const meant = readUnsubscribeToken(token);
    if (meant === null) throw notFound("subscription");
    return { what: meant.what };
  },
});
