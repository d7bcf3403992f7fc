import { db } from "@/infra/db";
import { setTerms } from "@/modules/consent/set-terms";
import { registerWork } from "@/modules/works/register-work";
import { as, daysAgo } from "./acting";
import type { Cast } from "./cast";
import { PEOPLE } from "./people";

/** What each person says; Jonas has said nothing yet, so that his first visit is a first visit. */
const TERMS = [
  { person: "mara", preset: "paid_anything", since: 110 },
  { person: "tomas", preset: "open_or_pay", since: 108 },
  { person: "priya", preset: "research_only", since: 100 },
  { person: "hana", preset: "never", since: 95 },
] as const;

export async function sayTerms(cast: Cast): Promise<void> {
  for (const { person, preset, since } of TERMS) {
    const personId = cast.person[person];
    if ((await db.prisma.termsVersion.count({ where: { personId } })) > 0) continue;
    await setTerms(await as(personId, daysAgo(since)), {
      scope: { kind: "person" },
      preset,
      currency: "USD",
    });
  }
}

export async function registerWorks(cast: Cast): Promise<void> {
  const priya = cast.person.priya;
  if ((await db.prisma.work.count({ where: { registeredBy: priya } })) > 0) return;
  await registerWork(await as(priya, daysAgo(90)), {
    kind: "book",
    title: "The Night Train Timetable",
    identifiers: [{ scheme: "isbn", value: "978-0-306-40615-7" }],
    authors: [
      { email: null, name: PEOPLE.priya.name, shareBps: 6000 },
      { email: PEOPLE.tomas.email, name: PEOPLE.tomas.name, shareBps: 4000 },
    ],
  });
}
