import "server-only";
import { viewer } from "@/app/_web/page/viewer";

export type SignedIn = "yes" | "no";

/** For sentences that must not ask a reader to sign in who has done so. */
export const whetherSignedIn = async (): Promise<SignedIn> => ((await viewer()) === null ? "no" : "yes");

/** A page of one's own: behind the sign-in for readers who have not signed in. */
export const afterSignIn = (path: string, signedIn: SignedIn): string =>
  signedIn === "yes" ? path : `/sign-in?${new URLSearchParams({ callbackUrl: path })}`;
