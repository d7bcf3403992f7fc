import "server-only";
import { cookies, headers } from "next/headers";
import type { CallContext } from "@/infra/verb/command";
import { ANONYMOUS } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { giveUpSignIn, passSecondStep } from "@/modules/identity/two-factor/pass-second-step";
import { type ActionResult, actionResult } from "../request/action";
import { requestIdOf } from "../request/context";
import { takeAllowance } from "../request/request-limit";
import { sessionCookie } from "./session-cookie";
import { waitingSignIn } from "./waiting-sign-in";

/** Gives the second step of this browser's sign-in; with it the session is its person's. */
export async function giveSecondStep(form: FormData): Promise<ActionResult> {
  const requestId = requestIdOf(await headers());
  return actionResult(requestId, async () => {
    await takeAllowance(ANONYMOUS, await headers());
    const waiting = await waitingSignIn();
    if (waiting === null) throw new DomainError("NOT_SIGNED_IN", "This took too long. Sign in again.");
    const code = String(form.get("code") ?? "");
    const { token } = await passSecondStep(asSignIn(requestId, waiting), { token: waiting.token, code });
    (await cookies()).set(sessionCookie(token));
    return null;
  });
}

/** Ends a sign-in that waits for its second step, if there is one. */
export async function giveUpWaiting(): Promise<void> {
  const waiting = await waitingSignIn();
  if (waiting === null) return;
  const call = asSignIn(requestIdOf(await headers()), waiting);
  await actionResult(call.requestId, () => giveUpSignIn(call, { token: waiting.token }));
}

const asSignIn = (requestId: string, { personId }: Readonly<{ personId: string }>): CallContext => ({
  ...{ actor: { kind: "system", job: "sign-in" }, requestId, aboutPersonId: personId },
});
