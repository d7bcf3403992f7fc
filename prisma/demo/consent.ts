import { db } from "@/infra/db/db";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { as, daysAgo, happened } from "./acting";
import type { Cast } from "./cast";
import type { PersonKey } from "./people";

type Said = Readonly<{
  person: PersonKey;
  preset: "never" | "open_or_pay" | "research_only" | "paid_anything";
  since: number;
  currency?: "EUR";
  note?: string;
}>;

/** What people say, oldest first; Jonas has said nothing yet, so that his first visit is a first visit. */
const TERMS: readonly Said[] = [
  { person: "mara", preset: "open_or_pay", since: 589 },
  { person: "tomas", preset: "open_or_pay", since: 583 },
  { person: "priya", preset: "research_only", since: 579 },
  { person: "hana", preset: "paid_anything", since: 575 },
  { person: "rosa", preset: "paid_anything", since: 569 },
  { person: "leo", preset: "paid_anything", since: 558 },
  { person: "amir", preset: "open_or_pay", since: 549 },
  { person: "lena", preset: "research_only", since: 539 },
  { person: "jannik", preset: "paid_anything", since: 519, currency: "EUR" },
  { person: "hana", preset: "research_only", since: 440, note: "After the first search deal." },
  { person: "victor", preset: "open_or_pay", since: 329 },
  { person: "mara", preset: "paid_anything", since: 290, note: "Open models may pay, too." },
  { person: "hana", preset: "never", since: 240, note: "No more training at all." },
];

/** Everybody's terms as they changed. Nothing is frozen yet, so each takes effect on its own day. */
export async function sayTerms(cast: Cast): Promise<void> {
  for (const { person, preset, since, currency = "USD", note } of TERMS) {
    const at = daysAgo(since, 18);
    const personId = cast.person[person];
    if ((await db.prisma.termsVersion.count({ where: { personId, createdAt: { gte: at } } })) > 0) continue;
    await happened(at, async () =>
      setTerms(await as(personId, at), {
        scope: { kind: "person" },
        preset,
        currency,
        ...(note === undefined ? {} : { note }),
      }),
    );
  }
}
