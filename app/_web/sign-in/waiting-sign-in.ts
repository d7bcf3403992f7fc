import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { personWaiting } from "@/modules/identity/queries/second-step";
import { sessionCookieName } from "./session-cookie";

/** The sign-in of this browser that waits for its second step: whose, and under which token. Nobody is signed in by it. */
export const waitingSignIn: () => Promise<Readonly<{ token: string; personId: string }> | null> = cache(
  async () => {
    const token = (await cookies()).get(sessionCookieName())?.value;
    const personId = token === undefined ? null : await personWaiting(token);
    return token === undefined || personId === null ? null : { token, personId };
  },
);

/** The page where the second step is given, and where it leads afterwards. */
export const codePath = (callbackUrl: string): string =>
  `/sign-in/code?callbackUrl=${encodeURIComponent(callbackUrl)}`;

/** Where a second step is set up: also for operators who need one. */
export const SECOND_STEP_PAGE = "/me/settings/two-step";
