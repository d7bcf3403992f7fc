import type { APIRequestContext, Page } from "@playwright/test";
import { CREATOR, operatorPaths, platformPaths, sitePaths } from "../support/pages";
import { organisation, person, signInAs } from "../support/people";
import { check } from "./check";
import { collect } from "./collect";
import type { Facts } from "./facts";

export type World = Readonly<{ page: Page; request: APIRequestContext; facts: Facts }>;
type Walk = (world: World) => Promise<readonly string[]>;

/** All pages by whose they are: each walk answers what is wrong on its pages. */
export const WALKS: Readonly<Record<string, Walk>> = {
  "the public": async (world) => {
    const deals = await linked(world.page, "/register", /^\/register\/deal_/);
    return walk(world, null, [...(await sitePaths(world.page)), ...deals, ...names(world.facts)]);
  },
  ...Object.fromEntries(
    ["Mara Lindqvist", "Priya Raman", "Leo Marten", "Anneke Vogt"].map((who) => [who, creator(who)]),
  ),
  "Elin Berg": async (world) => {
    await signInAs(world.page, "Elin Berg");
    const { id } = organisation("harbour");
    return walk(world, "Elin Berg", [
      ...(await platformPaths(world.request)),
      ...(await platform(world.facts, id)),
    ]);
  },
  "Samir Haddad": async (world) => {
    await signInAs(world.page, "Samir Haddad");
    const { id } = organisation("northwind");
    const deals = [...world.facts.deals.values()].filter(
      (deal) => deal.licenseeId === id && deal.state !== "draft",
    );
    const home = `/o/${id}`;
    return walk(world, "Samir Haddad", [
      home,
      `${home}/deals`,
      ...deals.map((deal) => `${home}/deals/${deal.id}`),
    ]);
  },
  "Ruth Alvarez": async (world) => {
    await signInAs(world.page, "Ruth Alvarez");
    const { deals, lines } = world.facts;
    const reported = [...deals.values()].filter(({ state }) => state !== "draft");
    const accounts = [...new Set(lines.map(({ account }) => account))];
    const entries = [...new Set(lines.map(({ entry }) => entry))].slice(-12);
    return walk(world, "Ruth Alvarez", [
      ...(await operatorPaths(world.page)),
      ...reported.map(({ id }) => `/operator/deals/${id}`),
      ...accounts.map((account) => `/operator/books/ledger-accounts/${account}`),
      ...entries.map((id) => `/operator/books/entries/${id}`),
    ]);
  },
};

/** What is wrong on these pages, as this person sees them. */
async function walk(
  { page, facts }: World,
  who: string | null,
  paths: readonly string[],
): Promise<readonly string[]> {
  const personId = who === null ? null : person(who).id;
  const faults: string[] = [];
  for (const path of new Set(paths)) {
    const answer = await page.goto(path, { waitUntil: "domcontentloaded" });
    if (answer?.status() !== 200) faults.push(`${path}: answered ${answer?.status()}`);
    const found = await collect(page);
    faults.push(
      ...(await check(facts, { personId, path }, found)).map((fault) => `${who ?? "anybody"}: ${fault}`),
    );
  }
  return faults;
}

/** The addresses that links on a page lead to, as far as they fit; each once. */
async function linked(page: Page, from: string, fits: RegExp): Promise<readonly string[]> {
  await page.goto(from);
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  return [...new Set(hrefs.filter((href) => fits.test(href)).map((href) => href.replace(/#.*/, "")))];
}

function creator(who: string): Walk {
  return async (world) => {
    const { page } = world;
    await signInAs(page, who);
    return walk(world, who, [
      ...CREATOR,
      ...["/me/earnings?by=deal&period=two_years", "/me/earnings?currency=JPY&period=all"],
      ...(await linked(page, "/me/deals", /^\/me\/deals\/deal_/)),
      ...(await linked(page, "/me/statement", /^\/me\/payments\/alc_/)),
      ...(await linked(page, "/me/handles", /^\/me\/handles\/hdl_/)),
      ...(await linked(page, "/me/works", /^\/me\/works\/wrk_/)),
    ]);
  };
}

/** Look-ups of names that are taken, and of names under which money waits. */
function names({ periods, lines }: Facts): readonly string[] {
  const lookUp = (platform: string, handle: string) =>
    `/look-up?${new URLSearchParams({ platform, handle })}`;
  const waiting = new Set(lines.filter(({ account }) => account === "unclaimed").map(({ holder }) => holder));
  const every = Math.ceil(waiting.size / 8);
  return [
    ...periods.slice(0, 3).map(({ platformId, name }) => lookUp(platformId, name)),
    ...[...waiting].flatMap((holder, at) => {
      const [, platformId = "", ...name] = holder.split(":");
      return at % every === 0 ? [lookUp(platformId, name.join(":"))] : [];
    }),
  ];
}

/** The pages of everything a platform has, including the comparison of each what-if with the other splits of its deal. */
async function platform(facts: Facts, platformId: string): Promise<readonly string[]> {
  const home = `/o/${platformId}`;
  const ids = async (kind: string, table: string) => {
    const rows = await facts.rows<{ id: string }>(
      `SELECT id FROM ${table} WHERE organisation_id = $1 ORDER BY id`,
      [platformId],
    );
    return rows.map(({ id }) => `${home}/${kind}/${id}`);
  };
  const splits = [...facts.splits.values()].filter((split) => split.organisationId === platformId);
  const compared = splits
    .filter(({ whatIf }) => whatIf)
    .flatMap(({ id, dealId }) => {
      const others = splits.filter((other) => other.dealId === dealId && other.id !== id);
      return others.map((other) => `${home}/allocations/${id}?with=${other.id}`);
    });
  const deals = [...facts.deals.values()].filter((deal) => deal.platformId === platformId);
  return [
    ...deals.map(({ id }) => `${home}/deals/${id}`),
    ...splits.map(({ id }) => `${home}/allocations/${id}`),
    ...compared,
    ...(await ids("clearances", "clearance")),
    ...(await ids("manifests", "manifest")),
  ];
}
