import "server-only";
import { cookies, headers } from "next/headers";
import { env } from "@/infra/env";
import { parseInput } from "@/infra/verb/parse";
import { DomainError } from "@/kernel/errors";
import { LOCALE_COOKIE } from "@/messages/locales";
import { safePath } from "@/modules/identity/domain/safe-path";
import { actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { signInAsDemoPersona } from "@/modules/identity/sign-in/sign-in-as-demo-persona";
import { Email } from "@/modules/parties/schema";
import { pageCall } from "../page/page";
import { type Viewer, viewer, viewerOf } from "../page/viewer";
import { type ActionResult, actionResult } from "../request/action";
import { beginSignIn } from "./auth";
import { oauthChoices } from "./oauth-providers";
import { sessionCookie, sessionCookieName } from "./session-cookie";

/** Where somebody lands who came from nowhere in particular. */
export const AFTER_SIGN_IN = "/sign-in/done";

/** The way back a link names, if it leads to a page of this site. */
export const returnPath = (raw: unknown): string =>
  safePath(typeof raw === "string" ? raw : null, AFTER_SIGN_IN);

/** An address of signing in that keeps where it is to lead afterwards; every way to try again needs it. */
export function withReturn(address: string, raw: unknown): string {
  const path = returnPath(raw);
  if (path === AFTER_SIGN_IN) return address;
  return `${address}${address.includes("?") ? "&" : "?"}callbackUrl=${encodeURIComponent(path)}`;
}

export type SignInSettings = Readonly<{
  demo: boolean;
  devMailbox: boolean;
  providers: readonly { id: string; name: string }[];
}>;

export function signInSettings(): SignInSettings {
  const { REMIT_DEMO, REMIT_DEV_MAILBOX } = env();
  return { demo: REMIT_DEMO === "1", devMailbox: REMIT_DEV_MAILBOX === "1", providers: oauthChoices() };
}

/** The home of the signed-in person: operators and organisations go to their work, everybody else to their own page. */
export function homeOf(who: Viewer | null): string {
  if (who === null) return "/sign-in";
  if (who.isOperator || who.needsSecondStep) return "/operator";
  const organisation = who.memberships[0];
  return organisation === undefined ? "/me" : `/o/${organisation.organisationId}`;
}

/**
 * Mails a sign-in link. The answer is the same whether or not the address is known. A person who is signed in (and confirms
 * who they are) gets the link at their own address, whatever the form says.
 */
export async function requestSignInLink(form: FormData): Promise<ActionResult> {
  const { requestId } = await pageCall();
  try {
    const email = parseInput(Email, (await viewer())?.person.email ?? form.get("email") ?? "");
    const next = await beginSignIn("email", { email, callbackUrl: returnPath(form.get("callbackUrl")) });
    if (next.includes("error=TooManyMails"))
      throw new DomainError(
        "RATE_LIMITED",
        "Too many links were asked for. Use the newest one, or wait an hour.",
      );
    if (!next.includes("error=")) return { ok: true, value: null };
    return {
      ok: false,
      code: "INTERNAL",
      message: "The mail could not be sent. Try again in a minute.",
      faults: [],
      requestId,
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const faults = error.faults.map((fault) => ({ ...fault, path: "email" }));
    return { ok: false, code: error.code, message: error.message, faults, requestId };
  }
}

/** The address of a configured provider, to go to next. */
export async function beginProviderSignIn(form: FormData): Promise<string> {
  const provider = oauthChoices().find(({ id }) => id === form.get("provider"));
  if (provider === undefined) return withReturn("/sign-in?error=Configuration", form.get("callbackUrl"));
  return beginSignIn(provider.id, { callbackUrl: returnPath(form.get("callbackUrl")) });
}

/** The demo world's one-click sign-in; returns where to go: back, where the verb refuses, as outside the demo world. */
export async function signInAsPersona(form: FormData): Promise<string> {
  const jar = await cookies();
  const call = await pageCall();
  const input = {
    personId: String(form.get("personId")),
    userAgent: (await headers()).get("user-agent"),
    previousToken: jar.get(sessionCookieName())?.value ?? null,
  };
  const begun = await actionResult(call.requestId, () => signInAsDemoPersona(call, input));
  if (!begun.ok) return withReturn("/sign-in?error=Default", form.get("callbackUrl"));
  const { token, locale } = begun.value;
  jar.set(sessionCookie(token));
  // Only what was chosen for them: English is what people have who chose nothing, and the visitor's own choice stays.
  if (locale !== "en" && jar.get(LOCALE_COOKIE) === undefined)
    jar.set(LOCALE_COOKIE, locale, { path: "/", sameSite: "lax" });
  const next = returnPath(form.get("callbackUrl"));
  if (next !== AFTER_SIGN_IN) return next;
  // This request still carries the old cookie (or none), so the new session is asked directly.
  const actor = await actorOfSession(token);
  return homeOf(actor === null ? null : await viewerOf({ ...call, actor }));
}
