"use server";

import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { cancelJob } from "@/modules/jobs/cancel-job";
import { retryJob } from "@/modules/jobs/retry-job";

export async function cancelJobAction(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(cancelJob, { jobId: form.get("jobId") });
  revalidatePath("/", "layout");
  return result;
}

export async function retryJobAction(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(retryJob, { jobId: form.get("jobId") });
  revalidatePath("/", "layout");
  return result;
}
