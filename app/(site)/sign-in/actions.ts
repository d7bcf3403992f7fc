"use server";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/app/_web/action";
import { giveSecondStep } from "@/app/_web/second-step";
import {
  beginProviderSignIn,
  requestSignInLink,
  returnPath,
  signInAsPersona,
  withReturn,
} from "@/app/_web/sign-in";

export async function requestLink(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await requestSignInLink(form);
  if (result.ok) redirect(withReturn("/sign-in/check-mail", form.get("callbackUrl")));
  return result;
}

export async function signInWithProvider(form: FormData): Promise<void> {
  redirect(await beginProviderSignIn(form));
}

export async function signInAs(form: FormData): Promise<void> {
  redirect(await signInAsPersona(form));
}

export async function giveCode(_: ActionResult | null, form: FormData): Promise<ActionResult> {
  const result = await giveSecondStep(form);
  if (result.ok) redirect(returnPath(form.get("callbackUrl")));
  return result;
}
