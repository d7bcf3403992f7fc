import { type Deal, type Facts, sum } from "./facts";
import { moneyBy, paidOf, paidShares, stageOf, standing } from "./money";
import type { Expected, Rule, Rules } from "./rule";

const dealOf = (facts: Facts, id = ""): Deal => {
  const deal = facts.deals.get(id);
  if (deal === undefined) throw new Error(`no deal ${id}`);
  return deal;
};

/** What the release of a deal's reserve credited to accounts, releases that were taken back left out. */
const released = (facts: Facts, deal: string, ...accounts: string[]): bigint =>
  -sum(
    facts
      .by("deal", deal)
      .filter((line) => line.cause === "reserve" && !line.reversed && accounts.includes(line.account)),
    ({ minor }) => minor,
  );
const PEOPLE = ["payable", "in_transit", "unclaimed", "held"];

/** A part of a deal's money: exactly, or between two where what is released may have gone on since. */
const part =
  (name: string): Rule =>
  async (facts, [id], { path }): Promise<Expected> => {
    const deal = dealOf(facts, id);
    const stage = stageOf(facts, deal, path);
    const of = await (stage.at === "books"
      ? booksPart(facts, deal, name)
      : splitPart(facts, deal, name, stage));
    return of;
  };

function booksPart(facts: Facts, deal: Deal, name: string): Expected {
  const on = (...accounts: string[]) => standing(facts, deal.id, ...accounts);
  const free = released(facts, deal.id, ...PEOPLE);
  const people = on(...PEOPLE);
  const less = (...accounts: string[]): Expected =>
    free === 0n ? on(...accounts) : { from: on(...accounts) - free, to: on(...accounts) };
  const exact: Record<string, () => Expected> = {
    fee: () => on("operator_fee"),
    retained: () => on("platform_retained"),
    reserve: () => on("reserve"),
    undivided: () => on("deal_pool"),
    released: () => free,
    contributors_part: () => people + on("reserve"),
    shares: () => people - free,
    payable: () => less("payable", "in_transit"),
    claimed: () => less("payable", "in_transit"),
    unclaimed: () => less("unclaimed"),
    held: () => less("held"),
  };
  return (exact[name] ?? nothing)();
}

async function splitPart(
  facts: Facts,
  deal: Deal,
  name: string,
  stage: Exclude<ReturnType<typeof stageOf>, { at: "books" }>,
): Promise<Expected> {
  const money = moneyBy(stage.at === "split" ? stage.split.rules : deal);
  const paid = stage.at === "split" ? await paidOf(facts, stage.split.id) : money.distributable;
  const exact: Record<string, () => Expected> = {
    fee: () => money.fee,
    retained: () => money.retained,
    contributors_part: () => money.pool,
    reserve: () => money.pool - paid,
    shares: () => paid,
    unsplit: () => paid,
    payable: () => ({ from: 0n, to: paid }),
    unclaimed: () => ({ from: 0n, to: paid }),
    held: () => ({ from: 0n, to: paid }),
  };
  return (exact[name] ?? nothing)();
}

const nothing = (): Expected => 0n;

const sealedShares = async (facts: Facts, id: string | undefined) =>
  paidShares(facts, dealOf(facts, id).sealedAllocationId ?? "");

const version =
  (step: 0 | 1): Rule =>
  (facts, [id, no]) =>
    facts.count(
      `SELECT content->>'grossMinor' AS n FROM deal_version WHERE deal_id = $1 AND version <= $2
       ORDER BY version DESC OFFSET $3 LIMIT 1`,
      [id, Number(no), step],
    );

const answers =
  (choice: string): Rule =>
  (facts, [id]) =>
    facts.count(
      `SELECT count(*)::text AS n FROM (SELECT DISTINCT ON (person_id) choice FROM deal_choice WHERE deal_id = $1
       ORDER BY person_id, at DESC, id DESC) newest WHERE choice = $2`,
      [id, choice],
    );

const PARTS = [
  ...[
    "fee",
    "retained",
    "reserve",
    "undivided",
    "released",
    "contributors_part",
    "shares",
    "payable",
    "claimed",
  ],
  ...["unclaimed", "held", "unsplit"],
];

export const DEAL_RULES: Rules = {
  ...Object.fromEntries(PARTS.map((name) => [`deal.${name}`, part(name)])),
  "deal.gross": (facts, [id]) => dealOf(facts, id).grossMinor,
  "deal.pool": (facts, [id]) => moneyBy(dealOf(facts, id)).pool,
  "deal.fee_by_terms": (facts, [id]) => moneyBy(dealOf(facts, id)).fee,
  "deal.reserve_by_terms": (facts, [id]) => moneyBy(dealOf(facts, id)).reserve,
  "deal.cap_kept": async (facts, [id]) => {
    const deal = dealOf(facts, id);
    return moneyBy(deal).distributable - (await paidOf(facts, deal.sealedAllocationId ?? ""));
  },
  "deal.contributors": async (facts, [id]) => BigInt((await sealedShares(facts, id)).length),
  "deal.items": async (facts, [id]) => sum(await sealedShares(facts, id), ({ rows }) => rows),
  "deal.tokens": async (facts, [id]) => sum(await sealedShares(facts, id), ({ tokens }) => tokens),
  "version.gross": version(0),
  "version.gross_before": version(1),
  "answers.objected": answers("object"),
  "answers.joined": answers("join"),
  ...Object.fromEntries(
    ["agreed", "expected", "received"].map((name) => [`platform.${name}`, platformSum(name)] as const),
  ),
  "platform.payable": onBooks("payable", "in_transit"),
  "platform.unclaimed": onBooks("unclaimed"),
  "platform.kept": onBooks("held", "reserve"),
  "platform.retained": onBooks("platform_retained"),
  "platform.fee": onBooks("operator_fee"),
  "platform.undivided": onBooks("deal_pool"),
};

function platformSum(name: string): Rule {
  return (facts, [id, currency]) => {
    const states: Record<string, readonly string[]> = {
      agreed: ["reported", "noticed"],
      expected: ["sealed"],
    };
    const mine = [...facts.deals.values()].filter(
      (deal) => deal.platformId === id && deal.currency === currency,
    );
    const counted = mine.filter((deal) => states[name]?.includes(deal.state) ?? deal.fundedAt !== null);
    return sum(counted, ({ grossMinor }) => grossMinor);
  };
}

function onBooks(...accounts: string[]): Rule {
  return (facts, [id, currency]) =>
    -sum(
      facts.lines.filter(
        (line) =>
          accounts.includes(line.account) &&
          line.currency === currency &&
          facts.deals.get(line.deal ?? "")?.platformId === id,
      ),
      ({ minor }) => minor,
    );
}
