"use server";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { giveSecondStep } from "@/app/_web/sign-in/second-step";
import {
  beginProviderSignIn,
  requestSignInLink,
  returnPath,
  signInAsPersona,
  withReturn,
} from "@/app/_web/sign-in/sign-in";

export async function requestLink(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await requestSignInLink(form);
  if (result.ok) redirect(withReturn("/sign-in/check-mail", form.get("callbackUrl")));
  return result;
}

export async function signInWithProvider(sent: FormData): Promise<void> {
  const form = formOf(sent);
  redirect(await beginProviderSignIn(form));
}

export async function signInAs(sent: FormData): Promise<void> {
  const form = formOf(sent);
  redirect(await signInAsPersona(form));
}

export async function giveCode(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await giveSecondStep(form);
  if (result.ok) redirect(returnPath(form.get("callbackUrl")));
  return result;
}
