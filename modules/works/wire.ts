import type { z } from "zod";
import { payableShares } from "./domain/split";
import type { WorkKind } from "./domain/work";
import type { AuthorRow, WorkRow } from "./repository/works";
import type { Author, Work } from "./schema";

type Wire<T extends z.ZodType> = z.input<T>;

export function authorWire(
  author: AuthorRow,
  viewer: Readonly<{ personId: string | null; isRegistrant: boolean }>,
): Wire<typeof Author> {
  const you = author.personId !== null && author.personId === viewer.personId;
  return {
    id: author.id,
    name: author.name,
    email: viewer.isRegistrant || you ? author.email : null,
    shareBps: author.shareBps,
    state: author.leftAt === null ? (author.state as Wire<typeof Author>["state"]) : "left",
    you,
    answeredAt: author.answeredAt?.toISOString() ?? null,
  };
}

export function workWire(
  work: WorkRow,
  personId: string | null,
  contested: readonly Readonly<{ scheme: string; value: string }>[] = [],
): Wire<typeof Work> {
  const isRegistrant = work.registeredBy === personId;
  const authors = work.authors.map((author) => authorWire(author, { personId, isRegistrant }));
  return {
    id: work.id,
    kind: work.kind as WorkKind,
    title: work.title,
    identifiers: work.identifiers.map(({ scheme, value }) => ({
      scheme: scheme as Wire<typeof Work>["identifiers"][number]["scheme"],
      value,
    })),
    authors,
    ...payableShares(authors),
    registeredByYou: isRegistrant,
    contested: contested.map(({ scheme, value }) => ({
      scheme: scheme as Wire<typeof Work>["contested"][number]["scheme"],
      value,
    })),
    createdAt: work.createdAt.toISOString(),
    retiredAt: work.retiredAt?.toISOString() ?? null,
  };
}
