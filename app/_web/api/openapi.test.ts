import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { allOperations } from "@/app/api/v1/_operations/all";
import { CONTENT_TYPES } from "@/modules/manifests/receive/receive-manifest";
import { openApi } from "./openapi";

const LISTS = "app/api/v1/_operations";
const document = openApi(allOperations, "http://localhost:3000");

test("each file of operations is in the list", () => {
  const listed = readFileSync(join(LISTS, "all.ts"), "utf8");
  const lists = readdirSync(LISTS).filter((file) => file !== "all.ts");
  expect(lists.filter((file) => !listed.includes(`"./${file.replace(".ts", "")}"`))).toEqual([]);
});

describe("the description", () => {
  test("is a valid OpenAPI 3.1 document", async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  test("refers only to what it holds", () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? "");
    const missing = refs.filter(
      (ref) =>
        ref
          .split("/")
          .slice(1)
          .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document) ===
        undefined,
    );
    expect(missing).toEqual([]);
  });

  test("names every operation once and says what each needs", () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(allOperations.length);
    for (const operation of operations) {
      expect(operation.summary).not.toBe("");
      expect(Object.keys(operation.responses).length).toBeGreaterThan(1);
    }
  });

  test("says which operations ask a person to confirm their identity", () => {
    const asked = "Asks a signed-in person to confirm their identity (STEP_UP_REQUIRED).";
    expect(document.paths["/allocations/{allocationId}/seal"]?.post?.description).toContain(asked);
    expect(document.paths["/deals"]?.post?.description).not.toContain("confirm their identity");
    const asking = allOperations.filter(({ verb }) => verb.spec.stepUp);
    expect(
      JSON.stringify(document.paths).split("signed-in person to confirm their identity").length - 1,
    ).toBe(asking.length);
  });

  test("lists the words that kinds and reasons are made of", () => {
    const text = JSON.stringify(document);
    for (const word of ["allocation.release_reserve", "handle_unclaimed", "url_other_host"])
      expect(text).toContain(`"${word}"`);
  });

  test("names the headers, types and refusals of what is not plain JSON", () => {
    const upload = document.paths["/deals/{dealId}/manifests"]?.post;
    expect(upload?.parameters.filter(({ in: place }) => place === "header").map(({ name }) => name)).toEqual([
      "Idempotency-Key",
      "X-Remit-Mapping",
      "Content-Encoding",
    ]);
    expect(Object.keys(upload?.requestBody?.content ?? {})).toEqual(CONTENT_TYPES);
    expect(upload?.responses["202"]?.headers).toHaveProperty("Location");
    expect(Object.keys(upload?.responses ?? {})).toEqual([
      "202",
      "400",
      "401",
      "403",
      "404",
      "409",
      "413",
      "415",
      "422",
      "429",
      "500",
      "503",
      "507",
    ]);
    const rejected = document.paths["/manifests/{manifestId}/rejections.csv"]?.get;
    expect(Object.keys(rejected?.responses ?? {})).toContain("409");
    const { "200": up, "503": down } = document.paths["/health"]?.get?.responses ?? {};
    expect(down?.content).toEqual(up?.content);
  });

  test("says of every write what may be wrong with how it is sent", () => {
    for (const { method, path, verb } of allOperations) {
      const { responses = {} } = document.paths[path]?.[method.toLowerCase()] ?? {};
      if (method !== "GET") expect(Object.keys(responses)).toEqual(expect.arrayContaining(["413", "415"]));
      if (verb.kind === "command") expect(Object.keys(responses)).toEqual(expect.arrayContaining(["400"]));
    }
  });

  test("puts path, query and body where they belong", () => {
    const statement = document.paths["/statement"]?.get;
    expect(statement?.parameters.map(({ name, in: place }) => `${place}:${name}`)).toEqual([
      "query:from",
      "query:to",
      "query:kind",
      "query:cursor",
      "query:limit",
    ]);
    const reversal = document.paths["/books/entries/{entryId}/reversal"]?.post;
    expect(reversal?.parameters.map(({ name }) => name)).toEqual(["entryId", "Idempotency-Key"]);
    expect(reversal?.requestBody?.content["application/json"]?.schema).toMatchObject({
      required: ["reason"],
    });
    expect(reversal?.security[0]).toEqual({ apiKey: ["operator:write"] });
    expect(document.paths["/health"]?.get?.security).toEqual([]);
  });
});
