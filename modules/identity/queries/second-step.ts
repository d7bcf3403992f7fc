import { z } from "zod";
import { now as clockNow } from "@/infra/clock";
import { digestOf } from "@/infra/crypto/secret-digest";
import { db } from "@/infra/db/db";
import { query } from "@/infra/verb/query";
import { isRecentSignIn } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { Empty } from "@/modules/parties/schema";
import { secondStepOf } from "../repository/second-step";
import { findPendingSession } from "../repository/sessions";

/** Whether one has a second step, since when, and how many recovery codes are left; and whether one may change it now. */
export const mySecondStep = query({
  name: "parties.my_second_step",
  scope: "parties:read",
  input: Empty,
  output: z.object({ onSince: z.string().nullable(), codesLeft: z.number(), isRecent: z.boolean() }),
  async run({ actor, now }) {
    if (actor.kind !== "user")
      throw new DomainError("NOT_SIGNED_IN", "Only a signed-in person has two-step sign-in.");
    const step = await secondStepOf(actor.personId);
    return {
      onSince: step?.confirmedAt.toISOString() ?? null,
      codesLeft: step?.codesLeft ?? 0,
      isRecent: isRecentSignIn(actor.signedInAt, now),
    };
  },
});

/** Whose sign-in waits for the second step under this session token; null when none does. It gives nobody any right. */
export async function personWaiting(token: string): Promise<string | null> {
  if (token.length < 20 || token.length > 200) return null;
  return (await findPendingSession(db, digestOf(token), clockNow()))?.personId ?? null;
}
