"use server";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { chooseLanguage, signOut } from "@/app/_shell/actions";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { sessionCookieName, sessionCookieOptions } from "@/app/_web/sign-in/session-cookie";
import { deletePerson } from "@/modules/departures/delete-person";
import { requestExport } from "@/modules/exports/request-export";
import { endOtherSessions, endSession } from "@/modules/identity/sign-in/end-session";
import { unlinkProvider } from "@/modules/identity/sign-in/unlink-provider";
import { NOTICE_TOPICS } from "@/modules/notices/schema";
import { saveNoticeSettings } from "@/modules/notices/settings/save-settings";
import { updateProfile } from "@/modules/parties/people/update-profile";

function refreshed(result: ActionResult): ActionResult {
  if (result.ok) revalidatePath("/", "layout");
  return result;
}

export async function saveProfile(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(updateProfile, { name: form.get("name"), version: form.get("version") });
  if (result.ok) await chooseLanguage(form);
  return refreshed(result);
}

export async function saveNotices(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const items = NOTICE_TOPICS.flatMap((topic) =>
    form.has(topic) ? [{ topic, cadence: form.get(topic) }] : [],
  );
  const version = form.get("version");
  return refreshed(await runAction(saveNoticeSettings, { items, version }, topicFields));
}

/** A field for each topic. */
function topicFields(current: Record<string, unknown>) {
  const { items } = current as { items: readonly { topic: string; cadence: string }[] };
  return Object.fromEntries(items.map(({ topic, cadence }) => [topic, [cadence]]));
}

export async function endOne(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(endSession, { sessionId: form.get("sessionId") });
  if (result.ok && form.get("current") === "1") redirect("/");
  return refreshed(result);
}

export async function endOthers(_: ActionResult | null): Promise<ActionResult> {
  return refreshed(await runAction(endOtherSessions, {}));
}

export async function endEverywhere(_: ActionResult | null): Promise<ActionResult> {
  const result = await runAction(endOtherSessions, {});
  if (result.ok) await signOut();
  return result;
}

export async function unlink(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  return refreshed(await runAction(unlinkProvider, { provider: form.get("provider") }));
}

export async function makeExport(_: ActionResult | null): Promise<ActionResult> {
  return refreshed(await runAction(requestExport, {}));
}

/** The person is gone with this; what is left in the browser is the cookie of a session that opens nothing. */
export async function deleteMine(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(deletePerson, { confirmation: form.get("confirmation") });
  if (!result.ok) return result;
  (await cookies()).set({ ...sessionCookieOptions(), name: sessionCookieName(), value: "", maxAge: 0 });
  redirect("/goodbye");
}
