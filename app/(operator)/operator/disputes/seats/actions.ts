"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { type Bound, formOf, textOf } from "@/app/_web/request/form-of";
import { settleSeat } from "@/modules/settlement/seats/settle-seat";
import { receiverOf } from "./_components/receivers";

export async function settleSeatAction(
  author: Bound<string>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(settleSeat, {
    authorId: textOf(author),
    personId: receiverOf(form),
    note: form.get("note") ?? "",
  });
  if (result.ok) revalidatePath("/operator", "layout");
  return result;
}
