import { expect, test } from "vitest";
import { openApi } from "@/app/_web/api/openapi";
import { allOperations } from "@/app/api/v1/_operations/all";
import { fieldWords, schemaLines } from "./schema-words";

const document = openApi(allOperations, "https://api.remit.example");

test("a body says the type, the bounds and the default of each field", () => {
  const body = document.paths["/deals"]?.post?.requestBody?.content["application/json"]?.schema ?? {};
  const lines = schemaLines(body, document);
  const line = (name: string) =>
    lines.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name}?:`));
  expect(line("noticeDays")).toMatch(/^noticeDays\?: integer, from 0 to 365; default 14 {2}\/\/ How long/);
  expect(line("weights")).toMatch(/^weights\?: one of open, closed; default closed {2}\/\/ /);
  expect(line("attribution")).toMatch(/^attribution\?: boolean; default false {2}\/\/ /);
  expect(line("capBps")).toMatch(/^capBps\?: integer, from 1 to 10000 or null {2}\/\/ /);
  expect(line("uses")).toMatch(/^uses: list of one of .*; 1 at least {2}\/\/ /);
});

test("an answer has no defaults, because it has every field", () => {
  expect(fieldWords({ type: "integer", default: 0 }, true, document)).toBe("integer");
});
