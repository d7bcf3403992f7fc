"use server";
import { revalidatePath } from "next/cache";
import { runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { readAllNotices, readNotice } from "@/modules/notices/inbox/mark-read";

export async function markRead(sent: FormData): Promise<void> {
  const form = formOf(sent);
  await runAction(readNotice, { noticeId: form.get("noticeId") });
  revalidatePath("/", "layout");
}

export async function markAllRead(sent: FormData): Promise<void> {
  const form = formOf(sent);
  await runAction(readAllNotices, { organisationId: form.get("organisationId") || undefined });
  revalidatePath("/", "layout");
}
