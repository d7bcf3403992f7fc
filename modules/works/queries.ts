import { digestOf } from "@/infra/crypto/secret-digest";
import { query } from "@/infra/verb/query";
import { requirePerson } from "@/kernel/access";
import { notFound } from "@/kernel/errors";
import { readPage } from "@/kernel/page";
import { personOf } from "@/modules/parties/people/person-of";
import { contestedIdentifiers } from "./repository/contested";
import { findAuthorByToken, findWork, listWorks } from "./repository/works";
import {
  AuthorInvitation,
  AuthorInvitationRef,
  ListWorks,
  Work,
  WorkOrder,
  WorkPage,
  WorkRef,
} from "./schema";
import { authorWire, workWire } from "./wire";

export const listMyWorks = query({
  name: "works.list_works",
  scope: "works:read",
  input: ListWorks,
  output: WorkPage,
  async run({ actor }, { limit, cursor }) {
    const personId = requirePerson(actor);
    const page = await readPage(
      limit,
      (take) => listWorks(personId, { take, before: cursor?.[0] }),
      ({ id }) => WorkOrder.write(id),
    );
    const contested = await contestedIdentifiers(page.items.map(({ id }) => id));
    const items = page.items.map((work) => workWire(work, personId, contested.get(work.id)));
    return { items, nextCursor: page.nextCursor };
  },
});

/** A work for its authors and who registered it; for anybody else it is not there. */
export const getWork = query({
  name: "works.get_work",
  scope: "works:read",
  input: WorkRef,
  output: Work,
  async run({ actor }, { workId }) {
    const personId = requirePerson(actor);
    const work = await findWork(workId);
    const isMine =
      work?.registeredBy === personId || work?.authors.some((author) => author.personId === personId);
    if (work === null || !isMine) throw notFound("work");
    return workWire(work, personId, (await contestedIdentifiers([workId])).get(workId));
  },
});

/** What an invited author sees before answering; the token in the link is the key. */
export const getAuthorInvitation = query({
  name: "works.get_author_invitation",
  scope: "works:read",
  input: AuthorInvitationRef,
  output: AuthorInvitation,
  async run({ actor }, { token }) {
    const personId = requirePerson(actor);
    const author = await findAuthorByToken(digestOf(token));
    if (author === null) throw notFound("invitation");
    const inviter = await personOf(author.work.registeredBy);
    return {
      work: workWire(author.work, personId),
      author: authorWire(author, { personId, isRegistrant: author.work.registeredBy === personId }),
      invitedBy: inviter?.name ?? inviter?.email ?? null,
    };
  },
});
