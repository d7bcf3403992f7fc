import { z } from "zod";
import { query } from "@/infra/verb/query";
import { notFound } from "@/kernel/errors";
import { wireMoney } from "@/kernel/money";
import { readPage } from "@/kernel/page";
import { mayTellShares } from "@/modules/allocation/domain/small-group";
import { type SealedFacts, sealedFactsOf } from "@/modules/allocation/seal/public-facts";
import type { Deal } from "@/modules/deals/domain/state/deal";
import { sealedDeal, sealedDeals } from "@/modules/deals/doors/public-deals";
import { publicMoneyOf } from "@/modules/earnings/deal-money";
import { organisationsOf } from "@/modules/parties/organisations/organisation-of";
import { platformMeant } from "@/modules/parties/organisations/public-directory";
import { everVerified } from "@/modules/parties/organisations/verified";
import {
  FeaturedDeal,
  ListedTerms,
  MoneyTerms,
  RegisterDeal,
  type RegisterDealWire,
  type RegisterEntryWire,
  RegisterOrder,
  RegisterPage,
  RegisterRef,
  RegisterRequest,
  RuleTerms,
} from "./schema";

/** Every sealed deal of platforms that are or were verified, the newest seal first. Open to anyone: facts of deals, nothing of any contributor. */
export const listRegister = query({
  name: "lookup.list_register",
  scope: null,
  input: RegisterRequest,
  output: RegisterPage,
  async run(_, { q, platform, use, weights, sort, cursor, limit }) {
    const before = cursor === undefined ? null : { sealedAt: cursor[0], id: cursor[1] };
    const meant = platform === undefined || platform === "" ? null : await platformMeant(platform);
    if (platform && meant === null) return { items: [], nextCursor: null };
    const text = q?.trim() || null;
    const platformIds = meant === null ? [...(await everVerified())] : [meant.id];
    const filter = {
      text,
      namedIds: text === null ? [] : await namedLike(platformIds, text),
      platformIds,
      use: use ?? null,
      weights: weights ?? null,
      allocatedOnly: false,
    };
    const page = await readPage(
      limit,
      (take) => sealedDeals(filter, { before, take, sort: sort ?? "newest" }),
      placeOf,
    );
    return { items: [...(await entriesOf(page.items))], nextCursor: page.nextCursor };
  },
});

/** One sealed deal with its terms and where every minor unit goes. */
export const getRegisterDeal = query({
  name: "lookup.get_register_deal",
  scope: null,
  input: RegisterRef,
  output: RegisterDeal,
  async run(_, { dealId }) {
    const deal = await sealedDeal(dealId);
    const isPublic = deal !== null && (await everVerified()).has(deal.platformId);
    const view = isPublic ? await dealOf(deal) : null;
    if (view === null) throw notFound("deal");
    return view;
  },
});

/** Of these platforms those whose name or host holds the text, in whatever case. */
async function namedLike(platformIds: readonly string[], text: string): Promise<readonly string[]> {
  const part = text.toLowerCase();
  const platforms = [...(await organisationsOf(platformIds)).values()];
  return platforms
    .filter(({ name, host }) => [name, host ?? ""].some((one) => one.toLowerCase().includes(part)))
    .map(({ id }) => id);
}

const FEATURED_OF = 12;

/** For the home page's picture: of the newest deals on the books the one of most people; null while there is none. */
export const featuredDeal = query({
  name: "lookup.featured_deal",
  scope: null,
  input: z.object({}),
  output: FeaturedDeal,
  async run() {
    const platformIds = [...(await everVerified())];
    const any = { text: null, namedIds: [], platformIds, use: null, weights: null, allocatedOnly: true };
    const deals = await sealedDeals(any, { before: null, take: FEATURED_OF });
    const people = new Map(
      (await entriesOf(deals)).map((entry) => [entry.id, BigInt(entry.contributors ?? 0)]),
    );
    const count = (one: Deal) => people.get(one.id) ?? 0n;
    const most = deals.reduce<Deal | null>((a, b) => (a === null || count(b) > count(a) ? b : a), null);
    return { deal: most === null ? null : await dealOf(most) };
  },
});

async function entriesOf(deals: readonly Deal[]): Promise<readonly RegisterEntryWire[]> {
  const [facts, platforms] = await Promise.all([
    sealedFactsOf(deals.flatMap((deal) => deal.sealedAllocationId ?? [])),
    organisationsOf([...new Set(deals.map((deal) => deal.platformId))]),
  ]);
  return deals.map((deal) =>
    entryOf(deal, platforms.get(deal.platformId), facts.get(deal.sealedAllocationId ?? "")),
  );
}

function entryOf(
  deal: Deal,
  platform: Readonly<{ name: string; host: string | null }> | undefined,
  facts: SealedFacts | undefined,
): RegisterEntryWire {
  const { id, title, state } = deal;
  return {
    ...{ id, title, state },
    ...ListedTerms.parse(deal),
    platform: { id: deal.platformId, name: platform?.name ?? deal.platformId, host: platform?.host ?? null },
    licensee: deal.licenseeName,
    gross: wireMoney(deal.currency, deal.grossMinor),
    sealedAt: (deal.sealedAt ?? deal.createdAt).toISOString(),
    fundedAt: deal.fundedAt?.toISOString() ?? null,
    allocatedAt: deal.allocatedAt?.toISOString() ?? null,
    cancelledAt: deal.cancelledAt?.toISOString() ?? null,
    cancelReason: deal.state === "cancelled" ? deal.cancelReason : null,
    contributors: mayTellShares(facts?.contributors ?? 0n) ? String(facts?.contributors) : null,
    digest: facts?.digest ?? null,
  };
}

async function dealOf(deal: Deal): Promise<RegisterDealWire | null> {
  const [[entry], facts, money] = await Promise.all([
    entriesOf([deal]),
    sealedFactsOf([deal.sealedAllocationId ?? ""]).then((found) => found.get(deal.sealedAllocationId ?? "")),
    publicMoneyOf(deal),
  ]);
  if (entry === undefined || facts === undefined) return null;
  return {
    ...entry,
    ...RuleTerms.parse(deal),
    ...MoneyTerms.parse(deal),
    version: deal.version,
    noticedAt: deal.noticedAt?.toISOString() ?? null,
    allocationId: facts.allocationId,
    inputDigest: facts.inputDigest,
    items: String(facts.rows),
    tokens: String(facts.tokens),
    money,
  };
}

const placeOf = (deal: Deal): string =>
  RegisterOrder.write((deal.sealedAt ?? deal.createdAt).toISOString(), deal.id);
