import { beforeAll, expect, test } from "vitest";
import { serve } from "@/app/_web/operations";
import { allOperations } from "@/app/api/v1/_operations/all";
import { accessWorld } from "./access-world";
import { anApiKey, anOrganisation } from "./factories/parties";

let ids: Readonly<Record<string, string>>;
let key: string;
beforeAll(async () => {
  ({ ids } = await accessWorld());
  const operator = await anOrganisation({ kind: "operator" });
  key = (await anApiKey(operator.owner, { organisationId: operator.id, preset: "all" })).secret;
});

const reads = allOperations.filter(({ method }) => method === "GET");

test.each(reads.map((operation) => [operation.path, operation] as const))(
  "GET %s refuses a name in the query that it does not know, files and streams included",
  async (path, operation) => {
    const params = Object.fromEntries(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, ids[name] ?? ""]),
    );
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
    const request = new Request(`http://localhost/api/v1${address}?asof=2026-01-01`, {
      headers: { authorization: `Bearer ${key}`, "x-remit-client": "203.0.113.7" },
    });
    const answer = await serve([operation], path).GET(request, { params: Promise.resolve(params) });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "INVALID_INPUT", faults: [{ path: "asof" }] });
  },
);
