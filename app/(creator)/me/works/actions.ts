"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { saidHere } from "@/app/_works/say-refusal";
import { answerSplit } from "@/modules/works/co-authors/answer-split";
import { registerWork } from "@/modules/works/register/register-work";
import { retireWork } from "@/modules/works/register/retire-work";
import type { Work } from "@/modules/works/schema";

type Previous = ActionResult | null;
type WorkView = z.output<typeof Work>;

export async function register(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const [schemes, values] = [form.getAll("scheme"), form.getAll("value")];
  const [names, emails, shares] = [form.getAll("name"), form.getAll("email"), form.getAll("share")];
  const result = await runAction<WorkView>(registerWork, {
    kind: form.get("kind") ?? "",
    title: form.get("title") ?? "",
    identifiers: schemes.map((scheme, index) => ({ scheme, value: values[index] ?? "" })),
    // The first author is always the person who registers; an empty address elsewhere is a fault, not "me".
    authors: names.map((name, index) => ({
      name,
      email: index === 0 ? null : (emails[index - 1] ?? ""),
      shareBps: bpsOf(String(shares[index] ?? "")),
    })),
  });
  if (result.ok) redirect(`/me/works/${result.value.id}`);
  return saidHere(result);
}

/** "33.34" → 3334, without ever being a fraction; anything else is left for the schema to refuse. */
function bpsOf(percent: string): number | string {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(percent.replace("%", "").trim());
  return match === null ? "no number" : Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

export async function retire(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(retireWork, { workId: form.get("workId") ?? "" });
  if (result.ok) revalidatePath("/me/works", "layout");
  return saidHere(result);
}

export async function answer(_: Previous, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const input = { token: form.get("token") ?? "", answer: form.get("answer") ?? "" };
  const result = await runAction<WorkView>(answerSplit, input);
  if (result.ok) redirect(`/me/works/${result.value.id}`);
  return saidHere(result);
}
