import type { Operation } from "@/app/_web/operations";

/** A small repeatable generator (mulberry32): a failure names its seed, and the seed gives the same requests again. */
export function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  return { next, one, sometimes: (share: number) => next() < share };
}
export type Chance = ReturnType<typeof chance>;

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);

/** Texts that are well-formed for one layer and impossible for the next. */
const TEXTS: readonly string[] = [
  ...["", " ", "\0", "a\0b", "\ud800", "a\udfffb", "\ufeff", "\u202e", "\u200b", "\uffff", "🌍".repeat(300)],
  ...["0", "-1", "1e9", "1e400", "NaN", "Infinity", "0x10", "1,000", "٣", "9".repeat(400), "1.5", "-0"],
  ...["0000-01-01", "0001-01-01", "9999-12-31", "-271821-04-20", "+275760-09-13", "2026-02-30", "2026-13-45"],
  ...["2026-01-01T00:00:00Z", "-271821-04-20T00:00:00Z", "2026-01-01T25:61:61Z", "now", "yesterday"],
  ...["%C0", "%00", "%ED%A0%80", "..", "../../etc/passwd", "'; DROP TABLE deal; --", "{{7*7}}"],
  ...["null", "undefined", "true", "[]", "{}", "__proto__", "constructor", "toString", "x".repeat(10_000)],
  ...["org_", "deal_00000000000000000000000000", "per_\ud800", "W10", "WyJkZWFscyIsIlx1MDAwMCJd"],
  ...[
    "USD",
    "https://[::1]:99999999/",
    "javascript:alert(1)",
    "a@b",
    `a@${"b".repeat(300)}`,
    "en-XX",
    "=1+1",
  ],
  nested(3_000, "[", "]"),
];

const NUMBERS = [0, -0, -1, 1.5, 1e21, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63, 5e-324, 100_000];

export function hostileValue(of: Chance, depth = 0): unknown {
  const kind = of.next();
  if (kind < 0.5) return of.one(TEXTS);
  if (kind < 0.65) return of.one(NUMBERS);
  if (kind < 0.75) return of.one([null, true, false]);
  if (depth > 3) return [];
  if (kind < 0.87) return Array.from({ length: of.one([0, 1, 3, 60]) }, () => hostileValue(of, depth + 1));
  const names = [
    "kind",
    "id",
    "stance",
    "uses",
    "columns",
    "handle",
    "\ud800",
    "\0",
    "__proto__",
    "then",
    "length",
  ];
  return Object.fromEntries(
    [of.one(names), of.one(names)].map((name) => [name, hostileValue(of, depth + 1)]),
  );
}

/** Bodies that no JSON object is, and objects that no schema should meet unprepared. */
const BODIES: readonly string[] = [
  ...["", "{", "}", '{"a":', '{"a":1,}', "null", "[]", "1", '"x"', "{'a':1}", "\ufeff{}", "{}{}", "\0"],
  ...[`{"a":${nested(20_000, "[", "]")}}`, `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`],
  ...['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{}}}', '{"a":1e999}', '{"\\ud800":1}'],
  `{"note":"${"x".repeat(1_100_000)}"}`,
];

/** The names of the fields an operation takes: those are where a hostile value gets furthest. */
export function fieldsOf(operation: Operation): readonly string[] {
  let schema = operation.verb.spec.input as { shape?: object; in?: unknown; options?: { shape?: object }[] };
  if (schema.shape === undefined && schema.in !== undefined) schema = schema.in as typeof schema;
  const shapes =
    schema.shape === undefined ? (schema.options ?? []).map(({ shape }) => shape ?? {}) : [schema.shape];
  return shapes.flatMap((shape) => Object.keys(shape));
}

export type Hostile = Readonly<{
  path: string;
  params: Record<string, string>;
  search: string;
  body: string | null;
}>;

/** One request to an operation: a fault or several anywhere in its address, query and body, the rest as it should be. */
export function hostileRequest(
  operation: Operation,
  ids: Readonly<Record<string, string>>,
  fine: Readonly<Record<string, unknown>>,
  of: Chance,
): Hostile {
  const params: Record<string, string> = {};
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = of.sometimes(0.15) ? of.one(TEXTS) : (ids[name] ?? "x");
    params[name] = value.toWellFormed().slice(0, 2_000) || "x";
    return encodeURIComponent(params[name]);
  });
  const free = fieldsOf(operation).filter((name) => !(name in params));
  const names = [...free, "nonsense", "asof", ...Object.keys(params).slice(0, 1)];
  const search = new URLSearchParams();
  const inQuery = operation.method === "GET" || of.sometimes(0.1);
  for (let n = inQuery ? of.one([0, 1, 1, 2, 4]) : 0; n > 0; n--)
    search.append(of.one(names), of.sometimes(0.8) ? of.one(TEXTS).slice(0, 4_000) : String(of.one(NUMBERS)));
  return { path, params, search: search.size > 0 ? `?${search}` : "", body: bodyOf() };

  function bodyOf(): string | null {
    if (operation.method === "GET") return null;
    if (of.sometimes(0.12)) return of.one(BODIES);
    const body: Record<string, unknown> = { ...fine };
    for (let n = of.one([1, 1, 1, 2, 3]); n > 0; n--)
      body[of.sometimes(0.9) && free.length > 0 ? of.one(free) : of.one(names)] = hostileValue(of);
    return JSON.stringify(body);
  }
}

/** How a validator talks; nobody should have to read it. */
export const VALIDATOR_WORDS =
  /Invalid (input|option|string|key|element|value)|expected \w+, received|Too (big|small)|Unrecognized key|must match pattern|\breceived\b/;
