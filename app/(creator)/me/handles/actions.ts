"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { type ActionResult, runAction } from "@/app/_web/action";
import { saidHere } from "@/app/_works/say-refusal";
import { attestHandle } from "@/modules/works/attest-handle";
import { checkProof } from "@/modules/works/check-proof";
import { claimHandle } from "@/modules/works/claim-handle";
import { releaseHandle } from "@/modules/works/release-handle";
import type { Handle, StartedProof } from "@/modules/works/schema";
import { startProof } from "@/modules/works/start-proof";

type Previous = ActionResult | null;
export type Started = z.output<typeof StartedProof>;

/** Claims, then leads to the page where the handle is proved. */
export async function claim(_: Previous, form: FormData): Promise<ActionResult> {
  const input = { platformId: form.get("platformId") ?? "", name: form.get("name") ?? "" };
  const result = await runAction<z.output<typeof Handle>>(claimHandle, input);
  if (result.ok) redirect(`/me/handles/${result.value.id}`);
  return saidHere(result);
}

export async function start(_: ActionResult<Started> | null, form: FormData): Promise<ActionResult<Started>> {
  const [method, target] = [form.get("method") ?? "", form.get("target")];
  const input = { handleId: form.get("handleId") ?? "", method, ...(target ? { target } : {}) };
  return saidHere(await runAction<Started>(startProof, input));
}

/** What was seen is evidence whether it proves or not, so the page shows it anew either way. */
export async function check(_: Previous, form: FormData): Promise<ActionResult> {
  const result = await runAction(checkProof, { proofId: form.get("proofId") ?? "" });
  revalidatePath("/me", "layout");
  return saidHere(result);
}

export async function attest(_: Previous, form: FormData): Promise<ActionResult> {
  const result = await runAction(attestHandle, { token: form.get("token") ?? "" });
  if (result.ok) revalidatePath("/me", "layout");
  return saidHere(result);
}

export async function release(_: Previous, form: FormData): Promise<ActionResult> {
  const result = await runAction(releaseHandle, { handleId: form.get("handleId") ?? "" });
  if (result.ok) revalidatePath("/me", "layout");
  return saidHere(result);
}
