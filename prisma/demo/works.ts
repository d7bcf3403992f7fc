import { db } from "@/infra/db/db";
import { answerSplit } from "@/modules/works/co-authors/answer-split";
import { authorToken } from "@/modules/works/co-authors/author-token";
import { registerWork } from "@/modules/works/register/register-work";
import { as, daysAgo, happened } from "./acting";
import type { Cast } from "./cast";
import type { PlatformKey } from "./communities";
import { HISTORY } from "./history";
import { itemsOfDeal } from "./manifests";
import { OTHERS, PEOPLE, type PersonKey } from "./people";

type Author = Readonly<{ person: PersonKey; shareBps: number; answer: "accept" | "decline" | null }>;
type DemoWork = Readonly<{
  by: PersonKey;
  kind: "book" | "article" | "expert_answer";
  title: string;
  registered: number;
  /** The ISBN, or the first so many of a person's items in each past deal of a platform. */
  is: Readonly<{ isbn: string }> | Readonly<{ platform: PlatformKey; handle: string; items: number }>;
  authors: readonly Author[];
}>;

const WORKS: readonly DemoWork[] = [
  {
    by: "priya",
    kind: "article",
    title: "Night trains, an essay in four parts",
    registered: 530,
    is: { platform: "lantern", handle: "priya-raman", items: 4 },
    authors: [
      { person: "priya", shareBps: 5000, answer: null },
      { person: "lena", shareBps: 3000, answer: "accept" },
      { person: "victor", shareBps: 2000, answer: "decline" },
    ],
  },
  {
    by: "tomas",
    kind: "expert_answer",
    title: "Why regulators oscillate: a worked series",
    registered: 515,
    is: { platform: "bench", handle: "tferreira", items: 6 },
    authors: [
      { person: "tomas", shareBps: 7000, answer: null },
      { person: "mara", shareBps: 3000, answer: null },
    ],
  },
  {
    by: "priya",
    kind: "book",
    title: "The Night Train Timetable",
    registered: 90,
    is: { isbn: "978-0-306-40615-7" },
    authors: [
      { person: "priya", shareBps: 6000, answer: null },
      { person: "tomas", shareBps: 4000, answer: null },
    ],
  },
];

/** Works with several authors: seats accepted, declined and still open. */
export async function registerWorks(cast: Cast): Promise<void> {
  for (const work of WORKS) {
    const registeredBy = cast.person[work.by];
    if ((await db.prisma.work.count({ where: { registeredBy, title: work.title } })) > 0) continue;
    const at = daysAgo(work.registered);
    const { id } = await happened(at, async () =>
      registerWork(await as(registeredBy, at), {
        kind: work.kind,
        title: work.title,
        identifiers: identifiersOf(work),
        authors: work.authors.map(({ person, shareBps }) => {
          const { name, email } = { ...PEOPLE, ...OTHERS }[person];
          return { email: person === work.by ? null : email, name, shareBps };
        }),
      }),
    );
    await answerSeats(work, id, cast);
  }
}

function identifiersOf({ is }: DemoWork): { scheme: "isbn" | "url"; value: string }[] {
  if ("isbn" in is) return [{ scheme: "isbn", value: is.isbn }];
  return HISTORY.filter((deal) => deal.platform === is.platform).flatMap((deal) =>
    [...itemsOfDeal(deal)]
      .filter(({ author }) => author === is.handle)
      .slice(0, is.items)
      .map(({ url }) => ({ scheme: "url" as const, value: url })),
  );
}

async function answerSeats(work: DemoWork, workId: string, cast: Cast): Promise<void> {
  for (const { person, answer } of work.authors) {
    if (answer === null) continue;
    const { email } = { ...PEOPLE, ...OTHERS }[person];
    const seat = await db.prisma.workAuthor.findFirstOrThrow({ where: { workId, email } });
    const at = daysAgo(work.registered - 4);
    await happened(at, async () =>
      answerSplit(await as(cast.person[person], at), { token: authorToken(seat.id), answer }),
    );
  }
}
