import { LIMITS } from "@/kernel/limits";
import { DAY_MS, daysAfter } from "@/kernel/time";

type Life = Readonly<{ createdAt: Date; expiresAt: Date | null; revokedAt: Date | null }>;

/** When a key that is made now stops working: after that many days of 24 hours, or (null) never. */
export function expiryOf(days: number | null, now: Date): Date | null {
  return days === null ? null : daysAfter(now, days);
}

/** At the instant of its expiry a key is refused already. */
export function hasExpired(expiresAt: Date, now: Date): boolean {
  return expiresAt <= now;
}

export function keyState({ expiresAt, revokedAt }: Life, now: Date): "active" | "expired" | "revoked" {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && hasExpired(expiresAt, now) ? "expired" : "active";
}

/** Which keys are about to expire: until when, and since when they must have been used for anybody to miss them. */
export function warningWindow(now: Date): Readonly<{ until: Date; usedSince: Date }> {
  return {
    until: daysAfter(now, LIMITS.apiKeyWarningDays),
    usedSince: daysAfter(now, -LIMITS.apiKeyInUseDays),
  };
}

/** False for a key whose whole life is shorter than the warning period: its maker knows that it expires soon. */
export function outlivesWarning({ createdAt, expiresAt }: Life): boolean {
  return expiresAt !== null && expiresAt.getTime() - createdAt.getTime() > LIMITS.apiKeyWarningDays * DAY_MS;
}
