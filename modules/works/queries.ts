import { query } from "@/infra/query";
import { digestOf } from "@/infra/secret-digest";
import { requireIn, requireOperator, requirePerson } from "@/kernel/access";
import { isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { readPage } from "@/kernel/page";
import { describeHandle } from "@/modules/handles/claim/describe-handle";
import { describeDispute, disputeWire } from "@/modules/handles/dispute/describe-dispute";
import { methodsOn, type Platform, THE_WEB } from "@/modules/handles/domain/platform";
import { platformsOf, withRules } from "@/modules/handles/platforms/platforms";
import { listDisputes } from "@/modules/handles/repository/disputes";
import { heldByOthers, listHandles } from "@/modules/handles/repository/handles";
import { findProofRules } from "@/modules/handles/repository/proof-rules";
import { organisationOf, platformsListed } from "@/modules/parties/organisations/organisation-of";
import { personOf } from "@/modules/parties/people/person-of";
import { contestedIdentifiers } from "./repository/contested";
import { findAuthorByToken, findWork, listWorks } from "./repository/works";
import {
  AuthorInvitation,
  AuthorInvitationRef,
  Dispute,
  DisputeListQuery,
  DisputeOrder,
  DisputePage,
  DisputeRef,
  Handle,
  HandleOrder,
  HandlePage,
  HandleRef,
  ListHandles,
  ListWorks,
  PlatformOrder,
  PlatformPage,
  PlatformSearch,
  ProofRuleRef,
  ProofRuleView,
  Work,
  WorkOrder,
  WorkPage,
  WorkRef,
} from "./schema";
import { authorWire, handleWire, proofRuleWire, workWire } from "./wire";

const platformWire = (platform: Platform) => ({
  id: platform.id,
  name: platform.name,
  host: platform.host,
  namesAreHosts: platform.namesAreHosts,
  profileTemplate: platform.profileTemplate,
  methods: [...methodsOn(platform)],
});

/** Platforms on which a handle can be claimed; the open web (your own domain) stands at the head of the first page. */
export const listPlatforms = query({
  name: "works.list_platforms",
  scope: "works:read",
  input: PlatformSearch,
  output: PlatformPage,
  async run(_, { q, limit, cursor }) {
    const page = await readPage(
      limit,
      (take) => platformsListed(q, { take, after: cursor?.[0] }),
      ({ id }) => PlatformOrder.write(id),
    );
    const usable = (await withRules(page.items)).filter((platform) => methodsOn(platform).length > 0);
    const isFirst = cursor === undefined && (q === undefined || /web|domain|site/i.test(q));
    const items = [...(isFirst ? [THE_WEB] : []), ...usable].map(platformWire);
    return { items, nextCursor: page.nextCursor };
  },
});

export const listMyHandles = query({
  name: "works.list_handles",
  scope: "works:read",
  input: ListHandles,
  output: HandlePage,
  async run({ actor, now }, { limit, cursor }) {
    const personId = requirePerson(actor);
    const page = await readPage(
      limit,
      (take) => listHandles(personId, { take, before: cursor?.[0] }),
      ({ id }) => HandleOrder.write(id),
    );
    const platforms = await platformsOf([...new Set(page.items.map(({ platformId }) => platformId))]);
    const taken = await heldByOthers(page.items);
    const items = page.items.map((handle) =>
      handleWire(handle, platforms.get(handle.platformId), { now, heldByAnother: taken.has(handle.id) }),
    );
    return { items, nextCursor: page.nextCursor };
  },
});

export const getHandle = query({
  name: "works.get_handle",
  scope: "works:read",
  input: HandleRef,
  output: Handle,
  run: ({ actor, now }, { handleId }) => describeHandle(handleId, requirePerson(actor), now),
});

export const getProofRule = query({
  name: "works.get_proof_rule",
  scope: "works:read",
  shows: "proof rule",
  input: ProofRuleRef,
  output: ProofRuleView,
  async run({ actor }, { organisationId }) {
    if (!isOperator(actor, "operator:read")) requireIn(actor, organisationId, "works:read");
    if ((await organisationOf(organisationId))?.kind !== "platform") throw notFound("platform");
    return proofRuleWire(organisationId, (await findProofRules([organisationId])).get(organisationId));
  },
});

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

export const listHandleDisputes = query({
  name: "works.list_disputes",
  scope: "operator:read",
  input: DisputeListQuery,
  output: DisputePage,
  async run({ actor, now }, { state, limit, cursor }) {
    requireOperator(actor, "operator:read");
    const page = await readPage(
      limit,
      (take) => listDisputes({ open: state !== "settled", take, before: cursor?.[0] }),
      ({ id }) => DisputeOrder.write(id),
    );
    const items = await Promise.all(page.items.map((dispute) => disputeWire(dispute, now)));
    return { items, nextCursor: page.nextCursor };
  },
});

export const getDispute = query({
  name: "works.get_dispute",
  scope: "operator:read",
  input: DisputeRef,
  output: Dispute,
  async run({ actor, now }, { disputeId }) {
    requireOperator(actor, "operator:read");
    return describeDispute(disputeId, now);
  },
});
