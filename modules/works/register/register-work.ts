import { digestOf } from "@/infra/crypto/secret-digest";
import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { requirePerson } from "@/kernel/access";
import { DomainError, type FieldFault, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { handlesOf } from "@/modules/handles/claim/handles-of";
import { platformsOf } from "@/modules/handles/platforms/platforms";
import { consumeMailQuota } from "@/modules/parties/members/mail-quota";
import { personOf } from "@/modules/parties/people/person-of";
import { authorToken } from "../co-authors/author-token";
import { type Identifier, type IdentifierScheme, parseIdentifier } from "../domain/identifier";
import { ownsPrefix } from "../domain/own-prefix";
import { splitFaults } from "../domain/split";
import { WorkEvents } from "../events";
import { contestedIdentifiers } from "../repository/contested";
import {
  findWork,
  insertWork,
  lockRegistrations,
  type NewWork,
  worksWithIdentifiers,
} from "../repository/works";
import { RegisterWorkRequest, Work } from "../schema";
import { workWire } from "../wire";

type Proposed = Readonly<{ email: string | null; name: string; shareBps: number }>;

/**
 * Registers a work with what it is recognised by and who shares in it. The one who registers accepts their own share by
 * doing so; every other author is invited by mail, and their share is held until they accept.
 */
export const registerWork = command({
  name: "works.register_work",
  scope: "works:write",
  input: RegisterWorkRequest,
  output: Work,
  async run({ tx, actor, now }, { kind, title, identifiers: given, authors: proposed }) {
    const personId = requirePerson(actor);
    const identifiers = canonical(given);
    await refuseForeignPrefixes(personId, given, tx);
    await lockRegistrations(tx, personId);
    await refuseRegistered(tx, personId, identifiers);
    const me = { personId, email: (await personOf(personId))?.email?.toLowerCase() ?? null };
    const authors = checkedAuthors(proposed, me).map((author) => seatAtTable(author, me, now));
    await consumeMailQuota(
      personId,
      authors.map(({ email }) => email).filter((email) => email !== null),
    );
    const id = newId("work", now);
    await insertWork(tx, { id, kind, title, registeredBy: personId, createdAt: now, identifiers, authors });
    const work = await findWork(id, tx);
    if (work === null) throw notFound("work");
    return {
      value: workWire(work, personId, (await contestedIdentifiers([id], tx)).get(id)),
      events: [
        WorkEvents.work_registered({ workId: id, personId }),
        ...authors
          .filter((author) => author.state === "proposed")
          .map((author) => WorkEvents.author_invited({ workId: id, authorId: author.id })),
      ],
      audit: { subject: id, detail: { kind, authors: authors.length, identifiers: identifiers.length } },
    };
  },
});

function canonical(given: readonly Readonly<{ scheme: IdentifierScheme; value: string }>[]): Identifier[] {
  const faults: FieldFault[] = [];
  const found = new Map<string, Identifier>();
  given.forEach(({ scheme, value }, index) => {
    const parsed = parseIdentifier(scheme, value);
    if ("fault" in parsed) faults.push({ path: `identifiers.${index}.value`, message: parsed.fault });
    else found.set(`${scheme} ${parsed.value}`, { scheme, value: parsed.value });
  });
  const [first] = faults;
  if (first !== undefined) throw new DomainError("WORK_IDENTIFIER_INVALID", first.message, { faults });
  return [...found.values()];
}

/** What many people wrote is below most addresses: only what is below one's own domain or profile can be claimed whole. */
async function refuseForeignPrefixes(
  personId: string,
  given: readonly Readonly<{ scheme: IdentifierScheme; value: string }>[],
  tx: Tx,
): Promise<void> {
  if (!given.some(({ scheme }) => scheme === "url_prefix")) return;
  const proved = (await handlesOf(personId, tx)).filter(({ state }) => state === "verified");
  const platforms = await platformsOf([...new Set(proved.map(({ platformId }) => platformId))]);
  const holdings = proved.flatMap(({ platformId, name }) => {
    const platform = platforms.get(platformId);
    return platform === undefined ? [] : [{ platform, name }];
  });
  const message =
    "First prove that this address is yours: claim the domain, or the profile it belongs to, under Handles. Or list the pages one by one.";
  const faults = given.flatMap(({ scheme, value }, index) =>
    scheme === "url_prefix" && !holdings.some((holding) => ownsPrefix(holding, value))
      ? [{ path: `identifiers.${index}.value`, message }]
      : [],
  );
  if (faults.length > 0)
    throw new DomainError("WORK_IDENTIFIER_INVALID", message, {
      faults,
      detail: { because: "prefix_not_proved" },
    });
}

/** One person shares in one registration of a work: with two, which split holds would be anybody's guess. */
export async function refuseRegistered(
  tx: Tx,
  personId: string,
  identifiers: readonly Identifier[],
  exceptWorkId?: string,
): Promise<void> {
  const [taken] = await worksWithIdentifiers(tx, personId, identifiers, exceptWorkId);
  if (taken !== undefined)
    throw new DomainError(
      "CONFLICT",
      `You already share in a registration of ${taken.value}: “${taken.title}”. Retire that one first, or ask the person who registered it to retire it.`,
      {
        detail: { because: "work_registered", workId: taken.workId, title: taken.title },
      },
    );
}

/** Shares that sum to the whole, you among the authors exactly once, nobody invited twice. */
function checkedAuthors(
  authors: readonly Proposed[],
  me: Readonly<{ email: string | null }>,
): readonly Proposed[] {
  const faults: FieldFault[] = [...splitFaults(authors)];
  const seen = new Set<string>();
  const mine = authors.map((author) => isMe(author, me));
  authors.forEach((author, index) => {
    const key = mine[index] ? "me" : (author.email ?? "").toLowerCase();
    if (seen.has(key))
      faults.push({ path: `authors.${index}.email`, message: "This author is listed twice." });
    seen.add(key);
  });
  if (!mine.includes(true))
    faults.push({ path: "authors", message: "You must be one of the authors of a work you register." });
  const [first] = faults;
  if (first !== undefined) throw new DomainError("SPLIT_INVALID", first.message, { faults });
  return authors;
}

const isMe = (author: Proposed, me: Readonly<{ email: string | null }>): boolean =>
  author.email === null || author.email.toLowerCase() === me.email;

function seatAtTable(
  author: Proposed,
  me: Readonly<{ personId: string; email: string | null }>,
  now: Date,
): NewWork["authors"][number] {
  const id = newId("workAuthor", now);
  const { name, shareBps } = author;
  if (isMe(author, me))
    return {
      id,
      name,
      shareBps,
      personId: me.personId,
      email: null,
      state: "accepted",
      tokenHash: null,
      invitedAt: null,
      answeredAt: now,
    };
  return {
    id,
    name,
    shareBps,
    personId: null,
    email: author.email,
    state: "proposed",
    tokenHash: digestOf(authorToken(id)),
    invitedAt: now,
    answeredAt: null,
  };
}
