"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { changeMemberRole } from "@/modules/parties/members/change-member-role";
import { inviteMember } from "@/modules/parties/members/invite-member";
import { removeMember } from "@/modules/parties/members/remove-member";
import { revokeInvitation } from "@/modules/parties/members/revoke-invitation";

type Answer = Promise<ActionResult>;

function refreshed(result: ActionResult): ActionResult {
  if (result.ok) revalidatePath("/", "layout");
  return result;
}

export async function invite(_: ActionResult | null, sent: FormData): Answer {
  const form = formOf(sent);
  const [organisationId, email, role] = [form.get("organisationId"), form.get("email"), form.get("role")];
  return refreshed(await runAction(inviteMember, { organisationId, email, role: role ?? undefined }));
}

export async function takeBack(_: ActionResult | null, sent: FormData): Answer {
  const form = formOf(sent);
  const [organisationId, invitationId] = [form.get("organisationId"), form.get("invitationId")];
  return refreshed(await runAction(revokeInvitation, { organisationId, invitationId }));
}

export async function changeRole(_: ActionResult | null, sent: FormData): Answer {
  const form = formOf(sent);
  const names = ["organisationId", "personId", "role", "version"];
  const input = Object.fromEntries(names.map((name) => [name, form.get(name)]));
  return refreshed(await runAction(changeMemberRole, input));
}

export async function remove(_: ActionResult | null, sent: FormData): Answer {
  const form = formOf(sent);
  const [organisationId, personId] = [form.get("organisationId"), form.get("personId")];
  return refreshed(await runAction(removeMember, { organisationId, personId }));
}

export async function leave(_: ActionResult | null, sent: FormData): Answer {
  const form = formOf(sent);
  const result = await remove(_, form);
  if (result.ok) redirect("/me/settings");
  return result;
}
