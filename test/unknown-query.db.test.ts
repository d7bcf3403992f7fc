import { beforeAll, expect, test } from "vitest";
import { dispatcher } from "@/app/_web/api/dispatch";
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

const api = dispatcher(allOperations);
const reads = allOperations.filter(({ method }) => method === "GET");

test.each(reads.map(({ path }) => path))(
  "GET %s refuses a name in the query that it does not know, files and streams included",
  async (path) => {
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ""));
    const request = new Request(`http://localhost/api/v1${address}?asof=2026-01-01`, {
      headers: { authorization: `Bearer ${key}`, "x-remit-client": "203.0.113.7" },
    });
    const answer = await api(request);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "INVALID_INPUT", faults: [{ path: "asof" }] });
  },
);
