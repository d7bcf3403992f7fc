import { type Facts, type Line, type Split, sum } from "./facts";
import { parted, type Rule, type Rules, type Viewer } from "./rule";
import { holderOf } from "./split-rules";

const credits = (lines: readonly Line[]): bigint => -sum(lines, ({ minor }) => minor);
const linesOf = (facts: Facts, holder: string, account: string, currency: string) =>
  facts.by("holder", holder).filter((line) => line.account === account && line.currency === currency);
const mine = ({ personId }: Viewer) => `person:${personId}`;

const on =
  (account: string): Rule =>
  (facts, of, viewer) =>
    credits(linesOf(facts, mine(viewer), account, of.at(-1) ?? ""));

type Handle = Readonly<{ id: string; holder: string; state: string; platformId: string; name: string }>;
const handlesOf = (facts: Facts, { personId }: Viewer): Promise<readonly Handle[]> =>
  facts.rows<Handle>(
    `SELECT id, 'handle:' || platform_id || ':' || name AS holder, state, platform_id AS "platformId", name
     FROM handle WHERE person_id = $1`,
    [personId],
  );

const underHandles =
  (state: string, account: string): Rule =>
  async (facts, of, viewer) => {
    const handles = (await handlesOf(facts, viewer)).filter((one) => one.state === state);
    return sum(handles, ({ holder }) => credits(linesOf(facts, holder, account, of.at(-1) ?? "")));
  };

/** What a split gives somebody: what is theirs alone under their names, and their parts of works of several. */
async function amountIn(facts: Facts, split: Split, personId: string | null): Promise<bigint | null> {
  const names = new Set(
    facts.periods
      .filter((one) => one.platformId === split.organisationId && one.personId === personId)
      .map(({ name }) => name)
      .filter((name) => holderOf(facts, split, name) === personId),
  );
  const shares = (await facts.shares(split.id)).filter(({ contributor }) => names.has(contributor));
  const parts = (await facts.parts(split.id)).filter((part) => part.personId === personId);
  if (shares.length + parts.length === 0) return null;
  return sum(shares, ({ minor, split: joint }) => minor - joint) + sum(parts, ({ minor }) => minor);
}

const sealedNow = (facts: Facts): readonly Split[] =>
  [...facts.deals.values()].flatMap((deal) => facts.splits.get(deal.sealedAllocationId ?? "") ?? []);

/** Whether a name that somebody holds in a split is in dispute now: then it is neither pending nor theirs. */
const inDispute = (facts: Facts, split: Split, personId: string | null): boolean =>
  facts.periods.some(
    (one) =>
      one.platformId === split.organisationId && one.personId === personId && one.disputed && one.to === null,
  );

const pending: Rule = async (facts, of, viewer) => {
  const open = sealedNow(facts).filter(
    (split) =>
      split.postedAt === null &&
      split.currency === of.at(-1) &&
      !inDispute(facts, split, viewer.personId) &&
      facts.deals.get(split.dealId)?.state !== "cancelled",
  );
  const amounts = await Promise.all(open.map((split) => amountIn(facts, split, viewer.personId)));
  return sum(amounts, (amount) => amount ?? 0n);
};

const month = (facts: Facts, viewer: Viewer, [at = "", currency = ""]: readonly string[]) =>
  linesOf(facts, mine(viewer), "payable", currency).filter((line) => line.month === at);

const EARNING = [
  ...["allocation", "handle_claim", "split_accepted", "seat_settled", "reserve", "dispute", "reversal"],
];
type Source = Readonly<{ by: string; key: string }>;
function earned(
  facts: Facts,
  viewer: Viewer,
  currency: string,
  within: (month: string) => boolean,
  from?: Source,
) {
  return linesOf(facts, mine(viewer), "payable", currency).filter(
    (line) =>
      EARNING.includes(line.cause) &&
      within(line.month) &&
      (from === undefined || keyOf(facts, line, from.by) === from.key),
  );
}
const keyOf = (facts: Facts, line: Line, by: string): string =>
  by === "deal" ? (line.deal ?? "") : (facts.deals.get(line.deal ?? "")?.platformId ?? "");

/** The last twelve or twenty-four months with this one, or all. */
function during(period: string): (month: string) => boolean {
  if (period === "all") return () => true;
  const now = new Date();
  const first = new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (period === "year" ? 11 : 23), 1),
  );
  return (at) => at >= first.toISOString().slice(0, 7);
}

const before =
  (account: string, days: number): Rule =>
  (facts, [day = "", currency = ""], viewer) => {
    const end = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
    return credits(linesOf(facts, mine(viewer), account, currency).filter(({ at }) => at.getTime() < end));
  };

const lineOf = (facts: Facts, id: string | undefined): Line => {
  const [line] = facts.by("id", id ?? "");
  if (line === undefined) throw new Error(`no line ${id}`);
  return line;
};

const handleWaits: Rule = async (facts, [id = "", currency = ""]) => {
  const [handle] = await facts.rows<{ holder: string }>(
    "SELECT 'handle:' || platform_id || ':' || name AS holder FROM handle WHERE id = $1",
    [id],
  );
  return credits(linesOf(facts, handle?.holder ?? "", "unclaimed", currency));
};

const seat =
  (what: "held" | "coming", how: "exact" | "at_least" | "less"): Rule =>
  async (facts, of) => {
    const [platformId = "", currency = "", name = ""] = parted(of, 3);
    const minor =
      what === "held"
        ? credits(linesOf(facts, `handle:${platformId}:${name}`, "unclaimed", currency))
        : await coming(facts, platformId, currency, name);
    if (how === "exact") return minor;
    if (how === "less") return minor < 100n ? 100n : -1n;
    return minor < 100n ? -1n : 10n ** BigInt(String(minor).length - 1);
  };

async function coming(facts: Facts, platformId: string, currency: string, name: string): Promise<bigint> {
  const open = sealedNow(facts).filter(
    (split) => split.organisationId === platformId && split.currency === currency && split.postedAt === null,
  );
  const shares = await Promise.all(open.map(({ id }) => facts.shares(id)));
  return sum(
    shares.flat().filter(({ contributor }) => contributor === name),
    ({ minor, split }) => minor - split,
  );
}

/** The newest split by the deal's own rules, which an estimate is made from. */
async function previewed(facts: Facts, dealId: string, viewer: Viewer) {
  const deal = facts.deals.get(dealId);
  const [split] = [...facts.splits.values()]
    .filter((one) => one.dealId === dealId && !one.whatIf && one.dealVersion === deal?.version)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  if (split === undefined) throw new Error(`no preview of ${dealId}`);
  return split === undefined ? null : { split, amount: await amountIn(facts, split, viewer.personId) };
}

export const PEOPLE_RULES: Rules = {
  "me.available": on("payable"),
  "me.transit": on("in_transit"),
  "me.held_own": on("held"),
  "me.unclaimed": on("unclaimed"),
  "me.held": async (facts, of, viewer) => {
    const disputed = await underHandles("disputed", "held")(facts, of, viewer);
    const own = await on("held")(facts, of, viewer);
    return typeof own === "bigint" && typeof disputed === "bigint" ? own + disputed : own;
  },
  "me.waiting": underHandles("pending", "unclaimed"),
  "me.pending": pending,
  "me.came_in": (facts, of, viewer) => credits(month(facts, viewer, of).filter(({ minor }) => minor < 0n)),
  "me.went_out": (facts, of, viewer) => credits(month(facts, viewer, of).filter(({ minor }) => minor > 0n)),
  "me.lines": (facts, of, viewer) => BigInt(month(facts, viewer, of).length),
  "me.closing": (facts, [at = "", currency = ""], viewer) =>
    credits(linesOf(facts, mine(viewer), "payable", currency).filter((line) => line.month <= at)),
  "me.before": before("payable", 0),
  "me.available_after": before("payable", 1),
  "me.transit_after": before("in_transit", 1),
  "me.held_after": before("held", 1),
  "me.earned": (facts, [currency = "", period = ""], viewer) =>
    credits(earned(facts, viewer, currency, during(period))),
  "me.earned_in": (facts, [at = "", currency = ""], viewer) =>
    credits(earned(facts, viewer, currency, (one) => one === at)),
  "me.earned_in_from": (facts, [at = "", currency = "", by = "", key = ""], viewer) =>
    credits(earned(facts, viewer, currency, (one) => one === at, { by, key })),
  "me.earned_from": (facts, [currency = "", period = "", by = "", key = ""], viewer) =>
    credits(earned(facts, viewer, currency, during(period), { by, key })),
  "me.earned_months": (facts, [currency = "", period = "", by = "", key = ""], viewer) =>
    BigInt(
      new Set(earned(facts, viewer, currency, during(period), { by, key }).map((line) => line.month)).size,
    ),
  "me.earned_others": (facts, [at = "", currency = "", period = "", by = ""], viewer) => {
    const keys = new Set(
      earned(facts, viewer, currency, during(period)).map((line) => keyOf(facts, line, by)),
    );
    const all = [...keys].map((key) => ({
      key,
      minor: credits(earned(facts, viewer, currency, during(period), { by, key })),
    }));
    const others = all
      .toSorted((a, b) => (a.minor === b.minor ? (a.key < b.key ? -1 : 1) : a.minor < b.minor ? 1 : -1))
      .slice(4);
    return sum(others, ({ key }) =>
      credits(earned(facts, viewer, currency, (one) => one === at, { by, key })),
    );
  },
  "line.amount": (facts, [id]) => -lineOf(facts, id).minor,
  "line.size": (facts, [id]) => {
    const { minor } = lineOf(facts, id);
    return minor < 0n ? -minor : minor;
  },
  "line.balance": (facts, [id]) => {
    const line = lineOf(facts, id);
    const all = linesOf(facts, line.holder, line.account, line.currency); // in the order of a statement
    return credits(all.slice(0, all.indexOf(line) + 1));
  },
  "handle.waits": handleWaits,
  "handle.brought": (facts, [id = "", currency = ""], viewer) =>
    credits(
      linesOf(facts, mine(viewer), "payable", currency).filter(
        ({ cause, causeId }) => ["handle_claim", "dispute"].includes(cause) && causeId === id,
      ),
    ),
  ...Object.fromEntries(
    (["held", "coming"] as const).flatMap((what) =>
      (["exact", "at_least", "less"] as const).map(
        (how) => [`seat.${what}_${how}`, seat(what, how)] as const,
      ),
    ),
  ),
  "payment.amount": async (facts, [id = ""], viewer) => {
    const split = facts.splits.get(id);
    return split === undefined ? -1n : ((await amountIn(facts, split, viewer.personId)) ?? -1n);
  },
  "payment.rows": async (facts, [id = ""], { personId }) => {
    const split = facts.splits.get(id);
    if (split === undefined) return -1n;
    const shares = await facts.shares(id);
    return sum(
      shares.filter((one) => holderOf(facts, split, one.contributor) === personId),
      ({ rows }) => rows,
    );
  },
  "payment.reserve": (facts, [id], viewer) =>
    credits(
      facts
        .by("holder", mine(viewer))
        .filter((line) => line.cause === "reserve" && line.causeId === id && !line.reversed),
    ),
  "estimate.amount": async (facts, [id = ""], viewer) => (await previewed(facts, id, viewer))?.amount ?? 0n,
  "estimate.items": async (facts, [id = ""], viewer) => {
    const { split } = (await previewed(facts, id, viewer)) ?? {};
    const shares = split === undefined ? [] : await facts.shares(split.id);
    return sum(
      shares.filter(
        (one) => split !== undefined && holderOf(facts, split, one.contributor) === viewer.personId,
      ),
      ({ rows }) => rows,
    );
  },
};
