import { db } from "@/infra/db/db";
import { env } from "@/infra/env";
import { outlivesWarning, warningWindow } from "./domain/key-life";
import { findApiKeyById, keysExpiring } from "./repository/api-keys";
import { sessionsOf } from "./repository/sessions";

/** Facts about keys and sign-ins for the notices that the worker writes. They check no rights. */

/** A key's name and whose it is: a person's, or an organisation's. */
export async function keyToTell(keyId: string) {
  const key = await findApiKeyById(db, keyId);
  if (key === null) return null;
  const { name, personId, organisationId } = key;
  return { name, personId, organisationId };
}

/** Keys in use that expire within a week, and that were made for longer than that. */
export async function expiringKeysToTell(now: Date) {
  const keys = await keysExpiring({ now, ...warningWindow(now) });
  return keys
    .filter(outlivesWarning)
    .flatMap(({ id, name, personId, organisationId, expiresAt }) =>
      expiresAt === null ? [] : [{ id, name, personId, organisationId, expiresAt }],
    );
}

/** The device of a person's newest sign-in that still stands; null when they have signed out since. */
export async function newestDevice(personId: string, now: Date): Promise<string | null> {
  const sessions = await sessionsOf(personId, now);
  const [newest] = [...sessions].sort((a, b) => b.signedInAt.getTime() - a.signedInAt.getTime());
  return newest?.userAgent ?? null;
}

/** What people call a provider they sign in with. */
export function providerToTell(provider: string): string {
  if (provider === "oidc") return env().OIDC_NAME;
  return { github: "GitHub", google: "Google" }[provider] ?? provider;
}
