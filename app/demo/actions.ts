"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { confirmMember } from "@/modules/demo/confirm-member";
import { editDemoSite } from "@/modules/demo/edit-site";

type Previous = ActionResult | null;
const said = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Saves what a visitor wrote on a site of the demo world. */
export async function edit(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const what = said(form, "what");
  const input = { what, host: said(form, "host"), text: said(form, "text").replaceAll("\r\n", "\n") };
  const result = await runAction(
    editDemoSite,
    what === "bio" ? { ...input, member: said(form, "member") } : input,
  );
  if (result.ok) revalidatePath("/demo", "layout");
  return result;
}

/** The demo forum confirms its member to Remit, and says so on its own page. */
export async function confirm(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const [host, member] = [said(form, "host"), said(form, "member")];
  const result = await runAction<{ handleId: string }>(confirmMember, {
    host,
    member,
    code: said(form, "code"),
  });
  if (!result.ok) return result;
  revalidatePath("/me", "layout");
  redirect(
    `/demo/${encodeURIComponent(host)}?member=${encodeURIComponent(member)}&confirmed=${result.value.handleId}`,
  );
}
