import type { Actor } from "@/kernel/actor";
import { newSessionToken } from "@/modules/identity/secrets";
import { authAdapter } from "@/modules/identity/sign-in/auth-adapter";
import { codeOfStep, stepAt } from "@/modules/identity/two-factor/one-time-code";
import { passSecondStep } from "@/modules/identity/two-factor/pass-second-step";
import { beginSecondStep, confirmSecondStep } from "@/modules/identity/two-factor/set-up-second-step";
import { actorFor, aPerson, callAs, SYSTEM } from "./parties";

/** What the app with this secret shows at an instant; later codes are those of its next steps. */
export function codeAt(secret: string, at = new Date(), later = 0): string {
  return codeOfStep(secret, stepAt(at) + later);
}

/** A session as next-auth leaves it: somebody has shown who they are, and no more. */
export async function provedSession(userId: string): Promise<string> {
  const sessionToken = newSessionToken();
  const expires = new Date(Date.now() + 60 * 60_000);
  await authAdapter(async () => "en").createSession?.({ sessionToken, userId, expires });
  return sessionToken;
}

/** Somebody with a second step, as their settings make it. */
export async function enrolled(): Promise<{ id: string; actor: Actor; secret: string; codes: string[] }> {
  const { id } = await aPerson();
  const actor = await actorFor(id);
  const now = new Date(Date.now() - 60_000); // so that the codes of the present are still unused
  const { secret } = await beginSecondStep(callAs(actor, { now }), {});
  const { codes } = await confirmSecondStep(callAs(actor, { now }), { code: codeAt(secret, now) });
  return { id, actor, secret, codes };
}

/** Gives the second step of a waiting session, as its page does. */
export const pass = (token: string, code: string): Promise<{ token: string; personId: string }> =>
  passSecondStep(callAs(SYSTEM), { token, code });
