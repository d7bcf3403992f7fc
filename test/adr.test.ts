import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decisionOf, faultsOf, indexOf, readDecisions } from "@/scripts/adr-index.mjs";
import { missingPaths } from "./doc-paths";

const decisions = readDecisions();

test("every decision has a complete head, and heads agree about what replaces what", () => {
  expect(decisions.length).toBeGreaterThan(50);
  expect(faultsOf(decisions)).toEqual([]);
});

test("the index is what scripts/adr-index.mjs writes", () => {
  expect(readFileSync("docs/adr/README.md", "utf8")).toBe(indexOf(decisions));
});

test("every decision a decision refers to exists", () => {
  const numbers = decisions.map(({ number }) => number);
  const unknown = decisions.flatMap(({ file }) =>
    [...readFileSync(`docs/adr/${file}`, "utf8").matchAll(/\bADR (\d+)/g)]
      .filter(([, number = ""]) => !numbers.includes(number))
      .map(([reference]) => `${file}: ${reference}`),
  );
  expect(unknown).toEqual([]);
});

test("every file a decision names exists", () => {
  const missing = decisions.flatMap(({ file }) =>
    missingPaths(readFileSync(`docs/adr/${file}`, "utf8")).map((path) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
});

describe("a fault in a head is found", () => {
  const decision = (number: string, head: string, sections = "## Decision\n\n## Why\n\n## Cost\n") =>
    decisionOf(`${number}-a-title.md`, `# ${number} A title\n\n- Date: 2026-11-23\n${head}\n\n${sections}`);
  const faults = (...of: ReturnType<typeof decision>[]) => faultsOf(of).join("\n");
  const newer = decision("0002", "- Status: Accepted\n- Replaces: 0001");

  test("not in sound ones", () => {
    expect(faults(decision("0001", "- Status: Superseded by 0002"), newer)).toBe("");
    const inPart = decision("0002", "- Status: Accepted\n- Replaces: 0001 in part");
    expect(faults(decision("0001", "- Status: Amended by 0002"), inPart)).toBe("");
  });

  test("no date, no status, another field", () => {
    expect(faultsOf([decisionOf("0001-a-title.md", "# 0001 A title\n\n## Decision\n")])).toHaveLength(4);
    expect(faults(decision("0001", "- Status: Accepted\n- Author: somebody"))).toContain(
      "the head has to be",
    );
  });

  test("a title with another number", () => {
    expect(faultsOf([{ ...decision("0001", "- Status: Accepted"), file: "0003-a-title.md" }])).toHaveLength(
      1,
    );
  });

  test("an unknown status, and one without its successor", () => {
    expect(faults(decision("0001", "- Status: Draft"))).toContain("the status is unknown");
    expect(faults(decision("0001", "- Status: Superseded"))).toContain("names no successor");
  });

  test("a successor that does not say what it replaces, wholly or in part", () => {
    const silent = decision("0002", "- Status: Accepted");
    expect(faults(decision("0001", "- Status: Superseded by 0002"), silent)).toContain("0002 does not say");
    expect(faults(decision("0001", "- Status: Amended by 0002"), newer)).toContain("0002 does not say");
    expect(faults(decision("0001", "- Status: Superseded by 0009"))).toContain("0009 does not say");
  });

  test("a replaced decision whose status does not name its successor", () => {
    expect(faults(decision("0001", "- Status: Accepted"), newer)).toContain("the status of 0001");
  });

  test("other sections", () => {
    expect(faults(decision("0001", "- Status: Accepted", "## Context\n\n## Decision\n"))).toContain(
      "sections",
    );
  });
});

test("a path that does not exist is found", () => {
  const text =
    "See `infra/db/db.ts`, `infra/no-such.ts`, `messages/<language>/notices.json` and `jobs/<name>/no.ts`.";
  expect(missingPaths(text)).toEqual(["infra/no-such.ts", "jobs/<name>/no.ts"]);
  expect(missingPaths("Neither `/me/terms` nor `@auth/prisma-adapter` nor `loading.tsx` is one.")).toEqual(
    [],
  );
});
