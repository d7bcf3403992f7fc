"use server";
import { revalidatePath } from "next/cache";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { formOf } from "@/app/_web/request/form-of";
import { createApiKey } from "@/modules/identity/keys/create-api-key";
import { revokeApiKey } from "@/modules/identity/keys/revoke-api-key";
import { NO_EXPIRY } from "./expiry";

export type CreatedKey = Readonly<{ name: string; secret: string | null }>;

export async function createKey(
  _: ActionResult<CreatedKey> | null,
  sent: FormData,
): Promise<ActionResult<CreatedKey>> {
  const form = formOf(sent);
  const preset = form.get("preset");
  const result = await runAction<CreatedKey>(createApiKey, {
    organisationId: form.get("organisationId") || null,
    name: form.get("name"),
    expiresInDays: form.get("expiresInDays") === NO_EXPIRY ? null : Number(form.get("expiresInDays")),
    ...(preset === "chosen" ? { scopes: form.getAll("scopes") } : { preset: preset ?? undefined }),
  });
  if (result.ok) revalidatePath("/", "layout");
  return result;
}

export async function revokeKey(_: ActionResult | null, sent: FormData): Promise<ActionResult> {
  const form = formOf(sent);
  const result = await runAction(revokeApiKey, { keyId: form.get("keyId") });
  if (result.ok) revalidatePath("/", "layout");
  return result;
}
