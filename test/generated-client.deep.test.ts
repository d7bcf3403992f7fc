import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApi } from "@/app/_web/api/openapi";
import { allOperations } from "@/app/api/v1/_operations/all";

/** What a program written against the generated types does: it reads, edits with a version, and looks into terms. */
const CONSUMER = `
import type { components, operations, paths } from "./api";

type Json<T> = T extends { content: { "application/json": infer B } } ? B : never;
type Body<O extends keyof operations> = operations[O] extends { requestBody?: infer R } ? Json<NonNullable<R>> : never;
type Ok<O extends keyof operations, S extends number = 200> =
  operations[O]["responses"] extends Record<S, infer R> ? Json<R> : never;

export const deal: Body<"createDeal"> = {
  title: "Archive",
  licenseeName: "Farshore Models",
  gross: "1000.00",
  uses: ["pretraining"],
};
export const terms: Body<"setTerms"> = {
  terms: { currency: "USD", uses: { pretraining: { open: { stance: "allow", floorMicros: "10000" } } } },
};
export const mapping: components["schemas"]["Mapping"] = { columns: { contributor: "author" }, decimal: "comma" };
export const work: Body<"registerWork"> = {
  kind: "article",
  title: "Tides",
  identifiers: [{ scheme: "url", value: "https://a.example/b" }],
  authors: [{ email: null, name: "A", shareBps: 10000 }],
};
export const preconditions: paths["/deals/{dealId}"]["patch"]["parameters"]["header"] = { "If-Match": '"3"' };
export function stance(saved: Ok<"getTermsReceipt">): string {
  const cell = saved.version.terms?.uses.pretraining.open;
  return cell === undefined ? "withdrawn" : cell.stance === "allow" ? cell.floorMicros : cell.stance;
}
export function asked(clearance: Ok<"getClearance">): string {
  return clearance.request.uses[0] ?? clearance.request.buyerName;
}
export function amountOf(versions: Ok<"listDealVersions">): string | undefined {
  return versions.items[0]?.terms.grossMinor;
}
// @ts-expect-error a slip in a field's name does not compile
export const slip: Body<"createDeal"> = { title: "T", grosss: "1" };
// @ts-expect-error nor does an edit without the version it is of
export const blind: paths["/deals/{dealId}"]["patch"]["parameters"]["header"] = {};
`;

/** Where any JSON may stand on purpose: what a verb noted, the facts of a refusal, keys by RFC 7517, this document itself. */
const FREE =
  /\.(detail|facts|evidence|attestationKey|error)(\[\])?(\.\[key\])?$|^getApiDescription|\.headers\.\[name\]$/;

let dir: string;
let program: ts.Program;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "remit-client-"));
  const document = JSON.parse(JSON.stringify(openApi(allOperations, "https://api.remit.example")));
  writeFileSync(join(dir, "api.ts"), astToString(await openapiTS(document)));
  writeFileSync(join(dir, "consumer.ts"), CONSUMER);
  program = ts.createProgram([join(dir, "consumer.ts"), join(dir, "api.ts")], {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test("a program against the generated types compiles under strict", () => {
  const faults = ts.getPreEmitDiagnostics(program);
  expect(
    faults.map(({ messageText, start }) => `${start}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
  ).toEqual([]);
});

test("no request, no terms and no answer is of an unknown type", () => {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(dir, "api.ts"));
  if (source === undefined) throw new Error("no generated source");
  const file = checker.getSymbolAtLocation(source);
  const operations = file?.exports?.get("operations" as ts.__String);
  if (operations === undefined) throw new Error("no operations were generated");
  const found: string[] = [];
  const walk = (type: ts.Type, path: string, within: readonly ts.Type[]) => {
    if ((type.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) !== 0) {
      if (!FREE.test(path)) found.push(path);
      return;
    }
    if (within.includes(type)) return;
    const inside = [...within, type];
    if (type.isUnionOrIntersection()) {
      for (const part of type.types) walk(part, path, inside);
      return;
    }
    if ((type.flags & ts.TypeFlags.Object) === 0) return;
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (checker.isArrayType(type) && element !== undefined) return walk(element, `${path}[]`, inside);
    const named = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (named !== undefined) {
      const isNothing = (named.flags & ts.TypeFlags.Never) !== 0;
      if (isNothing && !FREE.test(path)) found.push(`${path} (nothing)`);
      walk(named, `${path}.[${path.endsWith(".headers") ? "name" : "key"}]`, inside);
    }
    for (const property of checker.getPropertiesOfType(type))
      walk(checker.getTypeOfSymbol(property), `${path}.${property.name}`, inside);
  };
  const all = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(operations));
  expect(all).toHaveLength(allOperations.length);
  for (const operation of all) walk(checker.getTypeOfSymbol(operation), operation.name, []);
  expect([...new Set(found)]).toEqual([]);
});
