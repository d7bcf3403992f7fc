import { db } from "@/infra/db";
import { env } from "@/infra/env";
import type { Role } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";
import { outlivesWarning, warningWindow } from "@/modules/identity/domain/key-life";
import { findApiKeyById, keysExpiring } from "@/modules/identity/repository/api-keys";
import { sessionsOf } from "@/modules/identity/repository/sessions";
import { membersOf } from "./repository/members";
import { searchOrganisationRows } from "./repository/organisations";

/** What people are told of organisations, keys and sign-ins. Plain facts for the worker; they ask for no rights. */

/** The people who act for an organisation in one of these roles. */
export async function peopleOf(organisationId: string, roles: readonly Role[]): Promise<readonly string[]> {
  const members = await membersOf(organisationId);
  return members.filter((member) => roles.includes(member.role)).map((member) => member.personId);
}

/** The operator's people who may act for it, by organisation. */
export async function operatorsToTell(): Promise<
  readonly Readonly<{ organisationId: string; people: readonly string[] }>[]
> {
  const operators = await searchOrganisationRows({
    q: undefined,
    kind: "operator",
    state: undefined,
    before: undefined,
    take: LIMITS.pageRowsMax,
  });
  return Promise.all(
    operators.map(async ({ id }) => ({
      organisationId: id,
      people: await peopleOf(id, ["owner", "admin"]),
    })),
  );
}

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
