"use server";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/app/_web/action";
import { beginProviderSignIn, requestSignInLink, signInAsPersona } from "@/app/_web/sign-in";

export async function requestLink(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await requestSignInLink(form);
  if (result.ok) redirect("/sign-in/check-mail");
  return result;
}

export async function signInWithProvider(form: FormData): Promise<void> {
  redirect(await beginProviderSignIn(form));
}

export async function signInAs(form: FormData): Promise<void> {
  redirect(await signInAsPersona(form));
}
