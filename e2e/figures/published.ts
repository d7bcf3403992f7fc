import type { APIRequestContext } from "@playwright/test";
import { demo } from "../support/people";
import { type Facts, sum } from "./facts";
import { paidOf } from "./money";

/** Where published files and the API's balances differ from the books. */
export async function published(request: APIRequestContext, facts: Facts): Promise<readonly string[]> {
  return [
    ...(await shares(request, facts)),
    ...(await statements(request, facts)),
    ...(await certificates(facts)),
  ];
}

/** shares.csv of every sealed split, and what the posting put on the books. */
async function shares(request: APIRequestContext, facts: Facts): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const split of facts.splits.values()) {
    const key = demo().organisations.find(({ id }) => id === split.organisationId)?.apiKey;
    if (split.sealedAt === null || key === undefined) continue;
    const { rows } = await table(request, `/allocations/${split.id}/shares.csv`, key);
    const paid = await paidOf(facts, split.id);
    const told = sum(
      rows.filter(({ outcome }) => outcome === "paid"),
      ({ minor }) => BigInt(minor ?? 0),
    );
    if (told !== paid) faults.push(`shares.csv of ${split.id} adds up to ${told}, and must be ${paid}`);
    if (split.postedAt === null) continue;
    const posted = facts
      .by("deal", split.dealId)
      .filter(
        ({ cause, causeId, reversed, account }) =>
          cause === "allocation" &&
          causeId === split.id &&
          !reversed &&
          ["payable", "unclaimed", "held"].includes(account),
      );
    const credited = -sum(posted, ({ minor }) => minor);
    if (credited !== paid) faults.push(`the posting of ${split.id} credits ${credited}, and must ${paid}`);
  }
  return faults;
}

/** Balances and statement.csv of everybody in the demo. */
async function statements(request: APIRequestContext, facts: Facts): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { name, id, apiKey } of demo().people) {
    const mine = facts.by("holder", `person:${id}`);
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await request.get("/api/v1/balances", { headers });
    const { items } = (await answer.json()) as { items: { currency: string; payableMinor: string }[] };
    for (const { currency, payableMinor } of items) {
      const on = mine.filter((line) => line.account === "payable" && line.currency === currency);
      const payable = -sum(on, ({ minor }) => minor);
      if (String(payable) !== payableMinor)
        faults.push(`${name} has ${payableMinor} ${currency}, and must have ${payable}`);
    }
    const { rows } = await table(request, "/statement.csv", apiKey);
    // Every amount has all decimals of its currency: without the point it is in minor units.
    const told = sum(rows, ({ amount = "" }) => BigInt(amount.replace(".", "")));
    const all = -sum(mine, (line) => line.minor);
    if (rows.length !== mine.length || told !== all)
      faults.push(`statement.csv of ${name}: ${rows.length} lines, ${told}; must be ${mine.length}, ${all}`);
  }
  return faults;
}

/** Compares every certificate with the verdicts it certifies. */
async function certificates(facts: Facts): Promise<readonly string[]> {
  const faults: string[] = [];
  const rows = await facts.rows<{
    id: string;
    manifestId: string;
    reasons: { verdict: string; reason: string; rows: string; tokens: string }[];
  }>(`SELECT id, manifest_id AS "manifestId", reasons FROM clearance WHERE state = 'succeeded'`);
  for (const { id, manifestId, reasons } of rows) {
    const verdicts = await facts.verdicts(id);
    const nobodys = await facts.nobodysRows(manifestId);
    for (const { verdict, reason, ...told } of reasons) {
      const mine = [...verdicts, ...nobodys].filter(
        (one) => one.verdict === verdict && one.reason === reason,
      );
      const found = {
        rows: String(sum(mine, (one) => one.rows)),
        tokens: String(sum(mine, (one) => one.tokens)),
      };
      if (found.rows !== told.rows || found.tokens !== told.tokens)
        faults.push(
          `${id}: ${verdict} ${reason} is ${told.rows} rows, ${told.tokens} tokens; must be ${found.rows}, ${found.tokens}`,
        );
    }
  }
  return faults;
}

type Row = Readonly<Record<string, string | undefined>>;

/** A CSV file of the API; none of those read here has line breaks in its fields. */
async function table(
  request: APIRequestContext,
  path: string,
  key: string,
): Promise<Readonly<{ rows: readonly Row[] }>> {
  const answer = await request.get(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  const [first = "", ...lines] = (await answer.text())
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split(/\r?\n/);
  const head = fields(first);
  const rows = lines.map((line) =>
    Object.fromEntries(fields(line).map((field, at) => [head[at] ?? "", field])),
  );
  return { rows };
}

const fields = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
