"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { type Place, paletteFind, palettePlaces } from "@/app/_web/page/palette";
import { viewer } from "@/app/_web/page/viewer";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { type Bound, formOf, textOf } from "@/app/_web/request/form-of";
import { giveUpWaiting } from "@/app/_web/sign-in/second-step";
import { sessionCookieName, sessionCookieOptions } from "@/app/_web/sign-in/session-cookie";
import { requestSignInLink } from "@/app/_web/sign-in/sign-in";
import { DAY_MS } from "@/kernel/time";
import { LOCALE_COOKIE, LOCALES } from "@/messages/locales";
import { mySignInMethods } from "@/modules/identity/queries/sign-in";
import { confirmIdentity } from "@/modules/identity/sign-in/confirm-identity";
import { endSession } from "@/modules/identity/sign-in/end-session";
import { updateProfile } from "@/modules/parties/people/update-profile";

const YEAR_SECONDS = (365 * DAY_MS) / 1000;

/** Keeps how the pages look in a cookie of this browser; "system" forgets it. */
export async function chooseTheme(sent: FormData): Promise<void> {
  const form = formOf(sent);
  const theme = form.get("theme");
  const jar = await cookies();
  if (theme !== "light" && theme !== "dark") jar.delete("theme");
  else jar.set("theme", theme, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true });
}

/** "off" puts the demo world's tour away; anything else starts it over. */
export async function chooseTour(sent: FormData): Promise<void> {
  const form = formOf(sent);
  const jar = await cookies();
  if (form.get("tour") === "off")
    jar.set("tour", "off", { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" });
  else jar.delete("tour");
}

/** The language of the pages in this browser; for somebody signed in also that of the mails to them. */
export async function chooseLanguage(sent: FormData): Promise<void> {
  const form = formOf(sent);
  const locale = LOCALES.find((known) => known === form.get("locale"));
  if (locale === undefined) return;
  (await cookies()).set(LOCALE_COOKIE, locale, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" });
  if ((await viewer()) !== null) await runAction(updateProfile, { locale });
}

/**
 * Ends the session in the database and in this browser. A session that is gone already is signed out all the same. `next` may
 * name the invitation that somebody wants to open as another person.
 */
export async function signOut(sent?: FormData): Promise<void> {
  const form = formOf(sent);
  const next = String(form.get("next") ?? "");
  await giveUpWaiting();
  await runAction(endSession, {});
  (await cookies()).set({ ...sessionCookieOptions(), name: sessionCookieName(), value: "", maxAge: 0 });
  redirect(/^\/invitations\/[\w/-]+$/.test(next) ? next : "/");
}

/** The pages of this person, by name: asked for when the palette is first opened. */
export async function placesOfViewer(): Promise<readonly Place[]> {
  return palettePlaces();
}

/** Deals, handles, works and organisations whose name has this text, of those this person's own lists show. */
export async function findPlaces(text: Bound<string>): Promise<readonly Place[]> {
  return paletteFind(textOf(text));
}

/** Who has a second step is asked for its code alone; everybody else for a link at their own address. */
export async function waysToConfirm(): Promise<{ code: boolean; email: string | null }> {
  type Methods = Awaited<ReturnType<typeof mySignInMethods>>;
  const methods = await runAction<Methods>(mySignInMethods, {});
  if (!methods.ok) return { code: false, email: null };
  return { code: methods.value.secondStepSince !== null, email: methods.value.email };
}

export async function confirmByCode(code: Bound<string>): Promise<ActionResult> {
  return runAction(confirmIdentity, { code: textOf(code) });
}

/** Mails the link to the signed-in person's own address, whatever address the request names. */
export async function confirmByMail(path: Bound<string>): Promise<ActionResult> {
  const form = new FormData();
  form.set("callbackUrl", textOf(path));
  return requestSignInLink(form);
}
