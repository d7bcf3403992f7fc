"use server";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { DAY_MS } from "@/kernel/time";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { saveNoticeSettings } from "@/modules/notices/settings/save-settings";
import { WELCOME_COOKIE } from "./_components/progress";

type Previous = ActionResult | null;

/** Nobody is asked twice: "not now" holds on this device until the cookie ends. */
export async function notNow(): Promise<void> {
  (await cookies()).set(WELCOME_COOKIE, "later", {
    maxAge: (180 * DAY_MS) / 1000,
    sameSite: "lax",
    httpOnly: true,
  });
  redirect("/me");
}

export async function chooseTerms(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const preset = form.get("preset");
  if (typeof preset !== "string") return missing("preset", "terms");
  const result = await runAction(setTerms, { preset, expects: null });
  if (result.ok) revalidatePath("/me", "layout");
  return result;
}

export async function chooseNotices(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const cadence = form.get("cadence");
  if (typeof cadence !== "string") return missing("cadence", "told");
  const topics = ["deals", "money"];
  const result = await runAction(saveNoticeSettings, { items: topics.map((topic) => ({ topic, cadence })) });
  if (result.ok) revalidatePath("/me", "layout");
  return result;
}

async function missing(path: string, step: "terms" | "told"): Promise<ActionResult> {
  const t = await getTranslations("onboarding");
  const message = t(`${step}.missing`);
  return { ok: false, code: "INVALID_INPUT", message, faults: [{ path, message }], requestId: "" };
}
