"use server";
import { revalidatePath } from "next/cache";
import { runAction } from "@/app/_web/action";
import { readAllNotices, readNotice } from "@/modules/notices/mark-read";

export async function markRead(form: FormData): Promise<void> {
  await runAction(readNotice, { noticeId: form.get("noticeId") });
  revalidatePath("/", "layout");
}

export async function markAllRead(form: FormData): Promise<void> {
  await runAction(readAllNotices, { organisationId: form.get("organisationId") || undefined });
  revalidatePath("/", "layout");
}
