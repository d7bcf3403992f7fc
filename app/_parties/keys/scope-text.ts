import type { getTranslations } from "next-intl/server";
import type { Scope } from "@/kernel/actor";

type KeyWords = Awaited<ReturnType<typeof getTranslations<"settings.keys">>>;
type Subject = Scope extends `${infer S}:${string}` ? S : never;

/** A scope in words: "deals:write" is "Deals: change". */
export function scopeText(t: KeyWords, scope: Scope): string {
  const [subject, act = "read"] = scope.split(":") as [Subject, string?];
  return t("scope", { subject: t(`subjects.${subject}`), act });
}
