"use server";

import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { reverseEntry } from "@/modules/ledger/reverse/reverse-entry";

export async function reverseEntryAction(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(reverseEntry, {
    entryId: form.get("entryId"),
    reason: form.get("reason"),
  });
  revalidatePath("/operator/books", "layout");
  return result;
}
