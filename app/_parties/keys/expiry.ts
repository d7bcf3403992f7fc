import { LIMITS } from "@/kernel/limits";
import { DAY_MS, HOUR_MS } from "@/kernel/time";

/** What people choose among when they make a key, in days. */
export const EXPIRY_DAYS = [30, LIMITS.apiKeyDaysDefault, 365] as const;
/** What the form sends for a key without expiry. */
export const NO_EXPIRY = "none";

type TimeLeft = Readonly<{ unit: "day" | "hour" | "less"; n: number }>;

/** How long a key still works, in whole days or hours that are left for sure; null while there is no hurry. */
export function timeLeft(expiresAt: string, now: Date): TimeLeft | null {
  const left = new Date(expiresAt).getTime() - now.getTime();
  if (left > LIMITS.apiKeyWarningDays * DAY_MS) return null;
  const hours = Math.floor(left / HOUR_MS);
  if (hours < 1) return { unit: "less", n: 0 };
  return hours < 24 ? { unit: "hour", n: hours } : { unit: "day", n: Math.floor(hours / 24) };
}
