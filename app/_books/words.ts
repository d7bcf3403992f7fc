import type { _Translator } from "next-intl";
import type { Messages } from "@/messages/catalogues";
import type { EntryCause } from "@/modules/ledger/schema";

/** What `useTranslations("books")` and `await getTranslations("books")` give. */
export type BookWords = _Translator<Messages, "books">;

/** What an account of the chart is called; one without words of its own is shown by its code. */
export function accountText(t: BookWords, code: string): string {
  const key = `account.${code}` as "account.bank";
  return t.has(key) ? t(key) : code;
}

/** Why an entry was posted, in words. */
export function causeText(t: BookWords, cause: EntryCause): string {
  return t(`cause.${cause}`);
}
