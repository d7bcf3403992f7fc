import { cookies, headers } from "next/headers";
import { LOCALE_COOKIE, type Locale, localeOf } from "@/messages/locales";

/** The language this request's page is in, and so of what is written in answer to it, such as a mail. */
export async function languageOfRequest(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return localeOf(chosen, (await headers()).get("accept-language"), process.env.REMIT_DEMO === "1");
}
