"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { saidHere } from "@/app/_works/say-refusal";
import { attestHandle } from "@/modules/handles/attestation/attest-handle";
import { claimHandle } from "@/modules/handles/claim/claim-handle";
import { releaseHandle } from "@/modules/handles/claim/release-handle";
import { checkProof } from "@/modules/handles/proof/check-proof";
import { startProof } from "@/modules/handles/proof/start-proof";
import type { Handle } from "@/modules/handles/schema";

type Previous = ActionResult | null;

/** Claims, then leads to the page where the handle is proved. */
export async function claim(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const input = { platformId: form.get("platformId") ?? "", name: form.get("name") ?? "" };
  const result = await runAction<z.output<typeof Handle>>(claimHandle, input);
  if (result.ok) redirect(`/me/handles/${result.value.id}`);
  return saidHere(result);
}

/** The code is then on the page, for as long as it is good. */
export async function start(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const [method, target] = [form.get("method") ?? "", form.get("target")];
  const input = { handleId: form.get("handleId") ?? "", method, ...(target ? { target } : {}) };
  const result = await runAction(startProof, input);
  if (result.ok) revalidatePath("/me/handles", "layout");
  return saidHere(result);
}

/** Outcomes of a look that the page itself tells: what was read, what was found, what to do. */
const TOLD_BY_THE_PAGE = ["PROOF_NOT_FOUND", "PROOF_UNREACHABLE", "PROOF_ADDRESS_REFUSED"];

export async function check(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(checkProof, { proofId: form.get("proofId") ?? "" });
  revalidatePath("/me", "layout");
  return !result.ok && TOLD_BY_THE_PAGE.includes(result.code) ? { ok: true, value: null } : saidHere(result);
}

export async function attest(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(attestHandle, { token: form.get("token") ?? "" });
  if (result.ok) revalidatePath("/me", "layout");
  return result;
}

export async function release(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(releaseHandle, { handleId: form.get("handleId") ?? "" });
  if (result.ok) revalidatePath("/me", "layout");
  return saidHere(result);
}
