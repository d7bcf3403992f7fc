"use server";

import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/action";
import { reverseEntry } from "@/modules/ledger/reverse-entry";

export async function reverseEntryAction(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await runAction(reverseEntry, {
    entryId: form.get("entryId"),
    reason: form.get("reason"),
  });
  revalidatePath("/operator/books", "layout");
  return result;
}
