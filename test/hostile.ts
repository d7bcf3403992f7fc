import type { Operation } from "@/app/_web/api/operations";
import { type Chance, nested, TEXTS } from "./hostile-values";

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
  search: string;
  body: string | null;
  headers: Record<string, string>;
}>;

/** Headers that mean something, with values that mean nothing. */
const HEADERS: readonly (readonly [name: string, values: readonly string[]])[] = [
  ["if-match", ["*", '"', '""', "3", '"3", "4"', `"${"9".repeat(300)}"`, "W/*", '"\u00ff"', "\u00ff"]],
  ["idempotency-key", ["", "x".repeat(129), "\u00ff\u00fe", "a b", "'", "0"]],
  ["x-remit-mapping", ["{", "[]", "null", '{"columns":{"\\ud800":"a"}}', nested(3_000, "[", "]"), "\u00ff"]],
  ["content-type", ["", "text/plain", "application/json; charset=utf-16", "multipart/form-data", "x/\u00ff"]],
  ["content-encoding", ["gzip", "br", "zstd, gzip", "x"]],
  ["content-length", ["-1", "1e9", "x"]],
  [
    "authorization",
    ["Bearer", "Bearer \u00ff", `Bearer ${"x".repeat(5_000)}`, "Basic Og==", "bearer rmt_live_"],
  ],
  ["cookie", ["remit.session=%C0", "remit.session=", "=;=;", `remit.session=${"x".repeat(5_000)}`]],
  ["accept-language", ["*;q=x", "\u00ff", "de".repeat(2_000)]],
];

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
  return { path, search: search.size > 0 ? `?${search}` : "", body: bodyOf(), headers: headersOf() };

  function headersOf(): Record<string, string> {
    if (!of.sometimes(0.15)) return {};
    const [name, values] = of.one(HEADERS);
    return { [name]: of.one(values) };
  }

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
  /Invalid (input|option|string|key|element|value)|expected \w+, received|Too (big|small)|Unrecognized key|must match pattern/;
