"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { runAction } from "@/app/_web/action";
import { sessionCookieName, sessionCookieOptions } from "@/app/_web/session-cookie";
import { endSession } from "@/modules/parties/end-session";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps how the pages look in a cookie of this browser; "system" forgets it. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  const jar = await cookies();
  if (theme !== "light" && theme !== "dark") jar.delete("theme");
  else jar.set("theme", theme, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true });
}

/** Ends the session in the database and in this browser. A session that is gone already is signed out all the same. */
export async function signOut(): Promise<void> {
  await runAction(endSession, {});
  (await cookies()).set({ ...sessionCookieOptions(), name: sessionCookieName(), value: "", maxAge: 0 });
  redirect("/");
}
