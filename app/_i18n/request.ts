import { getRequestConfig } from "next-intl/server";
import { catalogueOf } from "@/messages/catalogues";
import { languageOfRequest } from "./request-language";

/** What every page is written in. Times are UTC for everybody: instants here are evidence. */
export default getRequestConfig(async () => {
  const locale = await languageOfRequest();
  return { locale, messages: catalogueOf(locale), timeZone: "UTC", now: new Date(), onError };
});

/** A key that is not there is a fault of ours: loud where we work, and where people read, the key itself is shown. */
function onError(error: Error): void {
  if (process.env.NODE_ENV !== "production") throw error;
}
