import { query } from "@/infra/verb/query";
import { requireIn, requireOperator, requirePerson } from "@/kernel/access";
import { isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { readPage } from "@/kernel/page";
import { organisationOf, platformsListed } from "@/modules/parties/organisations/organisation-of";
import { describeHandle } from "./claim/describe-handle";
import { describeDispute, disputeWire } from "./dispute/describe-dispute";
import { methodsOn, type Platform, THE_WEB } from "./domain/platform";
import { platformsOf, withRules } from "./platforms/platforms";
import { listDisputes } from "./repository/disputes";
import { heldByOthers, listHandles } from "./repository/handles";
import { findProofRules } from "./repository/proof-rules";
import {
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
  PlatformOrder,
  PlatformPage,
  PlatformSearch,
  ProofRuleRef,
  ProofRuleView,
} from "./schema";
import { handleWire, proofRuleWire } from "./wire";

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
