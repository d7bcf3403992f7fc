import { transaction } from "@/infra/db/db";
import { recordDealChoice } from "@/modules/consent/answers/deal-choice";
import { PRESETS } from "@/modules/consent/domain/presets";
import type { ConsentRequest } from "@/modules/consent/domain/request";
import type { TermsScope } from "@/modules/consent/domain/scope";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { withdrawTerms } from "@/modules/consent/terms/withdraw-terms";
import { randomFrom } from "@/prisma/demo/random";
import { REQUEST } from "./clearance-world";
import { aHeldHandle, aPersonActor, aWork } from "./consent";

export const PLATFORM = "org_frozen";
export const DEAL = "deal_frozen";
const DAY0 = Date.parse("2026-02-01T00:00:00Z");
export const day = (n: number): Date => new Date(DAY0 + n * 86_400_000);

/** Repeatable whole numbers below a bound, so that a failing world can be made again. */
export function chance(seed: number): (below: number) => number {
  const next = randomFrom(seed);
  return (below) => (next() * 2 ** 32) % below;
}

type Person = { personId: string; handles: { handleId: string; name: string }[]; works: string[] };
type Work = { workId: string; authors: string[]; url: string };
export const people: Person[] = [];
export const works: Work[] = [];
export const prefixOf = (handleId: string): string => `https://forum.example/${handleId}/`;
export const folderOf = (handleId: string): string => `${prefixOf(handleId)}folder/`;
let calls = 0;

/** A world of 40 people on one platform, with works and co-authors, who say and change things over ten days. */
export async function makeWorld(): Promise<void> {
  const pick = chance(20261123);
  people.length = 0; // Test files share this module, and each has a database of its own.
  works.length = 0;
  for (let i = 0; i < 40; i++) {
    const { personId } = aPersonActor();
    const handles = [];
    for (let h = 0; h <= pick(2); h++) {
      const ended = pick(8) === 0 ? day(5) : null;
      const name = `${["zoë", "Ⱥ", "a,b", 'q"uote', "alice"][pick(5)]}-${i}-${h}`;
      handles.push(
        await aHeldHandle({
          personId,
          platformId: PLATFORM,
          name,
          verifiedAt: day(-1),
          endedAt: ended,
          disputed: pick(9) === 0,
        }),
      );
    }
    people.push({ personId, handles, works: [] });
  }
  await aHeldHandle({ personId: "per_elsewhere", platformId: "org_other", verifiedAt: day(-1) });
  for (let w = 0; w < 12; w++) {
    const [a, b] = [people[pick(40)], people[pick(40)]];
    if (a === undefined || b === undefined || a === b) continue;
    const url = `${folderOf(a.handles[0]?.handleId ?? "")}work-${w}`;
    const coAuthorIds = pick(2) === 0 ? [b.personId] : [];
    const workId = await aWork({ personId: a.personId, coAuthorIds, url, acceptedAt: day(-1) });
    works.push({ workId, authors: [a.personId, ...coAuthorIds], url });
    a.works.push(workId);
    if (coAuthorIds.length > 0) b.works.push(workId);
  }
  for (let step = 0; step < 180; step++) await change(pick, day(step / 18));
}

/** One person says, changes or takes back something. */
export async function change(pick: (below: number) => number, now: Date): Promise<void> {
  const person = people[pick(people.length)];
  if (person === undefined) return;
  const call = { actor: aPersonActor(person.personId), now, requestId: `freeze_${++calls}` };
  const held = person.handles[pick(person.handles.length)];
  const scopes: TermsScope[] = [{ kind: "person" }];
  if (held !== undefined) {
    scopes.push({ kind: "handle", handleId: held.handleId });
    scopes.push({ kind: "url_prefix", handleId: held.handleId, prefix: prefixOf(held.handleId) });
    scopes.push({ kind: "url_prefix", handleId: held.handleId, prefix: folderOf(held.handleId) });
  }
  for (const workId of person.works) scopes.push({ kind: "work", workId });
  const scope = scopes[pick(scopes.length)] ?? { kind: "person" };
  const what = pick(10);
  if (what === 0) {
    const choice = (["object", "join", "neutral"] as const)[pick(3)] ?? "neutral";
    await transaction((tx) =>
      recordDealChoice(tx, { dealId: DEAL, personId: person.personId, choice, now, by: "user:x" }),
    );
  } else if (what === 1) await withdrawTerms(call, { scope }).catch(() => undefined);
  else if (what === 2) {
    const cell = ([{ stance: "deny" }, { stance: "allow", floorMicros: String(pick(9)) }] as const)[pick(2)];
    const uses = { pretraining: { closed: cell }, indexing: { open: { stance: "deny" as const } } };
    await setTerms(call, { scope, terms: { currency: "USD", uses } }).catch(() => undefined);
  } else await setTerms(call, { scope, preset: PRESETS[pick(4)] ?? "never" }).catch(() => undefined);
}

/** A lab's request as of an instant: closed weights, attribution given. */
export const request = (at: Date, more: Partial<ConsentRequest> = {}): ConsentRequest => ({
  ...REQUEST,
  at,
  ...more,
});
