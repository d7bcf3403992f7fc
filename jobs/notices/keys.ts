import { now } from "@/infra/clock";
import type { CallContext } from "@/infra/verb/command";
import { expiringKeysToTell, keyToTell } from "@/modules/identity/notice-data";
import type { NoticeParams } from "@/modules/notices/domain/kinds";
import { tell } from "@/modules/notices/write/write-notices";
import { peopleOf } from "@/modules/parties/notice-data";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";

type Key = Readonly<{ name: string; personId: string | null; organisationId: string | null }>;

/** Follows parties.api_key_created: whose key it is, or the owners and admins of the organisation. */
export async function tellKey(call: CallContext, { keyId }: Readonly<{ keyId: string }>): Promise<void> {
  const key = await keyToTell(keyId);
  if (key === null) return;
  const { organisationId } = key;
  await tell(
    { eventId: call.requestId, kind: "key_created", organisationId, at: now() },
    await holdersOf(key, {}),
  );
}

/** By the clock: a key that programs use is about to expire. Named by the key itself, so that nobody hears of it twice. */
export async function tellExpiringKeys(at: Date): Promise<void> {
  for (const { id: eventId, expiresAt, ...key } of await expiringKeysToTell(at)) {
    const { organisationId } = key;
    const until = { at: expiresAt.toISOString() };
    await tell({ eventId, kind: "key_expiring", organisationId, at }, await holdersOf(key, { until }));
  }
}

/** The people responsible for a key, each with their notice: its person, or the owners and admins of its organisation. */
async function holdersOf({ name, personId, organisationId }: Key, more: NoticeParams) {
  if (organisationId === null) {
    const params = { name, of: "", holder: "you", ...more };
    return personId === null ? [] : [{ personId, params, link: "/me/keys" }];
  }
  const [people, of] = await Promise.all([
    peopleOf(organisationId, ["owner", "admin"]),
    organisationOf(organisationId),
  ]);
  const params = { name, of: of?.name ?? "", holder: "organisation", ...more };
  return people.map((id) => ({ personId: id, params, link: `/o/${organisationId}/keys` }));
}
