"use server";
import { cookies } from "next/headers";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps how the pages look in a cookie of this browser; "system" forgets it. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  const jar = await cookies();
  if (theme !== "light" && theme !== "dark") jar.delete("theme");
  else jar.set("theme", theme, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true });
}
