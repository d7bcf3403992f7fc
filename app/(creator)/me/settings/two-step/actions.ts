"use server";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import type { NewAppSecret, RecoveryCodes } from "@/modules/identity/schema";
import {
  beginSecondStep,
  confirmSecondStep,
  renewRecoveryCodes,
} from "@/modules/identity/two-factor/set-up-second-step";
import { turnOffSecondStep } from "@/modules/identity/two-factor/turn-off-second-step";

export type AppSecret = z.output<typeof NewAppSecret>;
export type Codes = z.output<typeof RecoveryCodes>;

export async function begin(_: ActionResult<AppSecret> | null): Promise<ActionResult<AppSecret>> {
  return runAction<AppSecret>(beginSecondStep, {});
}

/** The page is not drawn again: the recovery codes are on it, and nowhere else. */
export async function confirm(_: ActionResult<Codes> | null, sent: FormData): Promise<ActionResult<Codes>> {
  const form = formOf(sent);
  return runAction<Codes>(confirmSecondStep, { code: form.get("code") });
}

export async function renew(_: ActionResult<Codes> | null, sent: FormData): Promise<ActionResult<Codes>> {
  const form = formOf(sent);
  const result = await runAction<Codes>(renewRecoveryCodes, { code: form.get("code") });
  if (result.ok) revalidatePath("/", "layout");
  return result;
}

export async function turnOff(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(turnOffSecondStep, { code: form.get("code") });
  if (result.ok) revalidatePath("/", "layout");
  return result;
}
