import { randomBytes } from "node:crypto";
import { db, transaction } from "@/infra/db/db";
import { daysAfter } from "@/kernel/time";
import {
  aClearance,
  anAllocation,
  aReadyManifest,
  fund,
  postFunded,
  sealAndPublish,
} from "@/test/factories/allocation";
import { somePersonTerms } from "@/test/factories/consent";
import { noticedDeal } from "@/test/factories/deals";
import { anOrganisation, aPerson, callAs, signInAs } from "@/test/factories/parties";
import { manyVerifiedHandles } from "@/test/factories/works";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const PLATFORMS = 10;

export type PagesWorld = Readonly<{
  creator: { personId: string; cookie: string };
  platform: { organisationId: string; cookie: string };
  dealId: string;
  allocationId: string;
}>;

export type Size = Readonly<{ people: number; shares: number; deals: number }>;

/**
 * One deal made through the verbs, with a creator who has a share in it; then people, deals, shares and lines around it in
 * bulk, as the verbs would leave them. The creator has a handle on the busiest platform and a share in each of its deals.
 */
export async function makePagesWorld(size: Size, say: (what: string) => void): Promise<PagesWorld> {
  say("one deal through the verbs");
  const world = await template();
  say(`${size.people.toLocaleString("en")} people`);
  await people(size.people, world.organisationId);
  const perDeal = Math.floor(size.shares / size.deals);
  for (let n = 1; n < size.deals; n++) {
    await copyDeal(world, { n, perDeal, people: size.people });
    if (n % 100 === 0) say(`${n} of ${size.deals} deals`);
  }
  say("vacuum and analyze");
  await db.pool.query("VACUUM ANALYZE");
  // All is vacuumed: what would be done again over a thousand new tables is not what a page costs.
  await db.pool.query("ALTER SYSTEM SET autovacuum = off");
  await db.pool.query("SELECT pg_reload_conf()");
  return {
    creator: { personId: world.creatorId, cookie: `remit.session=${await signInAs(world.creatorId)}` },
    platform: {
      organisationId: world.organisationId,
      cookie: `remit.session=${await signInAs(world.ownerId)}`,
    },
    dealId: world.dealId,
    allocationId: world.allocationId,
  };
}

type Template = Readonly<{
  organisationId: string;
  ownerId: string;
  creatorId: string;
  dealId: string;
  allocationId: string;
}>;

async function template(): Promise<Template> {
  const platform = await anOrganisation({ name: "Bench Forum" });
  const creator = await aPerson({ name: "Nora Winter" });
  await manyVerifiedHandles(platform.id, [{ name: "nora", personId: creator.id }], LONG_AGO);
  await somePersonTerms(creator.id, "paid_anything", LONG_AGO);
  const call = callAs(platform.owner);
  const deal = await noticedDeal({ ...call, now: daysAfter(new Date(), -30) });
  await aReadyManifest(
    { dealId: deal.id, organisationId: platform.id },
    Array.from({ length: 40 }, (_, i) => ({
      contributor: i === 0 ? "nora" : `writer_${i}`,
      tokens: 100 + i,
    })),
  );
  await aClearance(call, { dealId: deal.id });
  const allocationId = await anAllocation(call, { dealId: deal.id });
  await sealAndPublish(call, allocationId);
  await fund(deal.id);
  await postFunded(deal.id);
  return {
    organisationId: platform.id,
    ownerId: platform.ownerId,
    creatorId: creator.id,
    dealId: deal.id,
    allocationId,
  };
}

/** People with a verified handle on one of the platforms, and other platforms to have them on. */
async function people(count: number, first: string): Promise<void> {
  const at = "'2026-01-02T00:00:00Z'::timestamptz";
  await bulk(`
    INSERT INTO organisation SELECT (jsonb_populate_record(NULL::organisation, to_jsonb(o) || jsonb_build_object(
        'id', 'org_bench' || p, 'name', 'Forum ' || p, 'slug', 'bench-forum-' || p))).*
      FROM organisation o, generate_series(1, ${PLATFORMS - 1}) p WHERE o.id = '${first}';
    INSERT INTO person (id, email, name, created_at)
      SELECT 'per_bench' || i, 'writer' || i || '@people.example', 'Writer ' || i, ${at} FROM generate_series(1, ${count}) i;
    INSERT INTO handle (id, platform_id, name, shown_name, person_id, state, verified_at, created_at)
      SELECT 'hdl_bench' || i, ${platformOf("i", first)}, 'w' || i, 'w' || i, 'per_bench' || i, 'verified', ${at}, ${at}
      FROM generate_series(1, ${count}) i;
    INSERT INTO handle_period (id, handle_id, platform_id, name, person_id, verified_at)
      SELECT 'hpd_bench' || i, 'hdl_bench' || i, ${platformOf("i", first)}, 'w' || i, 'per_bench' || i, ${at}
      FROM generate_series(1, ${count}) i;`);
}

const platformOf = (n: string, first: string): string =>
  `CASE WHEN ${n} % ${PLATFORMS} = 0 THEN '${first}' ELSE 'org_bench' || (${n} % ${PLATFORMS}) END`;

/** The template's deal once more: on the n-th platform, with shares of other people, published and posted. */
async function copyDeal(
  of: Template,
  { n, perDeal, people: all }: { n: number; perDeal: number; people: number },
): Promise<void> {
  const mine = n % PLATFORMS === 0;
  const platform = mine ? of.organisationId : `org_bench${n % PLATFORMS}`;
  const id = (prefix: string): string => `'${prefix}_bench${String(n).padStart(6, "0")}'`;
  const at = `(now() - interval '1 hour' * ${n})`;
  const copy = (table: string, where: string, changes: string): string =>
    `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(t) || jsonb_build_object(${changes}))).*
     FROM ${table} t WHERE ${where}`;
  const partition = `allocation_share_alc_bench${String(n).padStart(6, "0")}`;
  // Contributors of this deal: every tenth person from a place that moves on, all of them on this platform.
  const start = (n * perDeal) % Math.max(1, Math.floor(all / PLATFORMS) - perDeal);
  const contributors = `SELECT (${start} + i) * ${PLATFORMS} + ${n % PLATFORMS} AS k, 1000 + i % 977 AS minor FROM generate_series(1, ${perDeal - (mine ? 1 : 0)}) i`;
  await bulk(`
    ${copy("deal", `id = '${of.dealId}'`, `'id', ${id("deal")}, 'platform_id', '${platform}', 'title', 'Posts of part ${n}', 'sealed_allocation_id', ${id("alc")}, 'allocated_at', ${at}`)};
    ${copy("deal_version", `deal_id = '${of.dealId}'`, `'id', ${id("dlv")} || t.version, 'deal_id', ${id("deal")}`)};
    ${copy("deal_step", `deal_id = '${of.dealId}'`, `'id', ${id("dls")} || t.seq, 'seq', nextval('deal_step_seq_seq'), 'deal_id', ${id("deal")}`)};
    ${copy("manifest", `deal_id = '${of.dealId}'`, `'id', ${id("man")}, 'deal_id', ${id("deal")}, 'organisation_id', '${platform}'`)};
    ${copy("clearance", `deal_id = '${of.dealId}'`, `'id', ${id("clr")}, 'deal_id', ${id("deal")}, 'manifest_id', ${id("man")}, 'organisation_id', '${platform}'`)};
    ${copy("deal_pseudonym_key", `deal_id = '${of.dealId}'`, `'deal_id', ${id("deal")}`)};
    ${copy("allocation", `id = '${of.allocationId}'`, `'id', ${id("alc")}, 'deal_id', ${id("deal")}, 'clearance_id', ${id("clr")}, 'organisation_id', '${platform}', 'entry_id', ${id("ent")}, 'posted_at', ${at}`)};
    CREATE TABLE ${partition} (LIKE allocation_share INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
    INSERT INTO ${partition} (allocation_id, contributor, outcome, rows, tokens, weight, base_minor, leftover, minor, capped, split_minor)
      SELECT ${id("alc")}, 'w' || k, 'paid', 3, 900, 900000000, minor, 0, minor, FALSE, 0 FROM (${contributors}) c
      ${mine ? `UNION ALL SELECT ${id("alc")}, 'nora', 'paid', 5, 1500, 1500000000, 4200, 0, 4200, FALSE, 0` : ""};
    ALTER TABLE ${partition} ADD PRIMARY KEY (contributor, allocation_id);
    ALTER TABLE allocation_share ATTACH PARTITION ${partition} FOR VALUES IN (${id("alc")});
    ${copy("entry", `cause = 'allocation' AND cause_id = '${of.allocationId}'`, `'id', ${id("ent")}, 'no', nextval('entry_no_seq'), 'idempotency_key', 'allocation:' || ${id("alc")}, 'cause_id', ${id("alc")}, 'effective_at', ${at}, 'recorded_at', ${at}`)};
    WITH share AS (SELECT 'w' || k AS name, 'per_bench' || k AS person_id, minor FROM (${contributors}) c
        ${mine ? `UNION ALL SELECT 'nora', '${of.creatorId}', 4200` : ""}),
      e AS (SELECT no FROM entry WHERE id = ${id("ent")})
    INSERT INTO line (entry_no, account, holder, deal_id, currency, minor)
      SELECT no, 'payable', 'person:' || person_id, ${id("deal")}, 'USD', -minor FROM share, e
      UNION ALL SELECT no, 'bank', 'remit', ${id("deal")}, 'USD', sum(minor) FROM share, e GROUP BY no`);
}

/** These rows are right by construction: guards per row are left out; the ledger's own are always on. */
async function bulk(sql: string): Promise<void> {
  await transaction(
    async ({ pg }) => {
      await pg.query("SET LOCAL session_replication_role = replica");
      await pg.query(sql);
    },
    { timeoutMs: 30 * 60_000 },
  );
}

/** A secret for the bench's own server. */
export const benchSecret = (): string => randomBytes(32).toString("hex");
