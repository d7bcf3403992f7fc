import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { catalogueOf } from "./catalogues";
import { LOCALE_COOKIE, localeOf } from "./locales";

/** What every page is written in. Times are UTC for everybody: instants here are evidence. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const accept = (await headers()).get("accept-language");
  const locale = localeOf(chosen, accept, process.env.REMIT_DEMO === "1");
  return { locale, messages: catalogueOf(locale), timeZone: "UTC", now: new Date(), onError };
});

/** A key that is not there is a fault of ours: loud where we work, and where people read, the key itself is shown. */
function onError(error: Error): void {
  if (process.env.NODE_ENV !== "production") throw error;
}
