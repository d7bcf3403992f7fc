import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { ActionResult } from "@/app/_web/request/action";

/**
 * A refusal in the reader's language. English keeps the exact sentence of the API; other languages say it by its code
 * where these pages know more of it than the common sentences do, and the fields keep their places.
 */
export async function saidHere<T>(result: ActionResult<T>): Promise<ActionResult<T>> {
  if (result.ok || (await getLocale()) === "en") return result;
  const t = await getTranslations("works.refusal");
  const key = result.code as "PROOF_NOT_FOUND";
  if (!t.has(key)) return result;
  const message = t(key);
  return { ...result, message, faults: result.faults.map(({ path }) => ({ path, message })) };
}
