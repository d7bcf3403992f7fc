"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, runAction } from "@/app/_web/action";
import { endOtherSessions, endSession } from "@/modules/parties/end-session";
import { unlinkProvider } from "@/modules/parties/unlink-provider";
import { updateProfile } from "@/modules/parties/update-profile";

function refreshed(result: ActionResult): ActionResult {
  if (result.ok) revalidatePath("/", "layout");
  return result;
}

export async function saveProfile(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  return refreshed(await runAction(updateProfile, { name: form.get("name") }));
}

export async function endOne(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAction(endSession, { sessionId: form.get("sessionId") });
  if (result.ok && form.get("current") === "1") redirect("/");
  return refreshed(result);
}

export async function endOthers(_: ActionResult | null): Promise<ActionResult> {
  return refreshed(await runAction(endOtherSessions, {}));
}

export async function unlink(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  return refreshed(await runAction(unlinkProvider, { provider: form.get("provider") }));
}
