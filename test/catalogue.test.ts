import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type EventKind, events } from "@/infra/events/events";
import type { JobOf } from "@/infra/work/job-kind";
import { JOB_KINDS } from "@/kernel/job-kinds";

/** Nouns first, a past participle last; "signed_in" and "signed_up" end with its particle. */
const HAPPENED = /^[a-z]+\.([a-z]+_)*([a-z]+ed|set|made|withdrawn)(_in|_up)?$/;

const isKind = (value: unknown): value is EventKind => typeof value === "function" && "payload" in value;

/** Stored names do not change: these capabilities began inside another one, which their events are still named after. */
const NAMED_AFTER: Readonly<Record<string, string>> = { identity: "parties", handles: "works" };

async function catalogues(): Promise<ReadonlyMap<string, readonly EventKind[]>> {
  const files = readdirSync("modules", { recursive: true, encoding: "utf8" }).flatMap((file) => {
    const capability = /^([^/]+)\/events\.ts$/.exec(file)?.[1];
    return capability === undefined ? [] : [[capability, `../modules/${file}`] as const];
  });
  const found = [...files, ["jobs", "../infra/events/job-events.ts"] as const].map(
    async ([capability, file]) => {
      const [kinds] = Object.values((await import(file)) as object);
      return [capability, Object.values(kinds as object).filter(isKind)] as const;
    },
  );
  return new Map(await Promise.all(found));
}

describe("the catalogue of what happens", () => {
  test("has a part for each capability that tells of something", async () => {
    const parts = await catalogues();
    expect(parts.size).toBeGreaterThan(7);
    for (const kinds of parts.values()) expect(kinds.length).toBeGreaterThan(0);
  });

  test("names each event after its capability and what happened", async () => {
    for (const [capability, kinds] of await catalogues())
      for (const { type } of kinds) {
        expect(type.split(".")[0]).toBe(NAMED_AFTER[capability] ?? capability);
        expect(type).toMatch(HAPPENED);
      }
  });
});

describe("an event", () => {
  const { opened } = events("doors", { opened: z.object({ doorId: z.string() }) });

  test("has the stored name and the payload that its catalogue says", () => {
    const said = { doorId: "d1", secret: "not for the outbox" };
    expect(opened(said)).toEqual({ type: "doors.opened", payload: { doorId: "d1" } });
  });

  test("is not made of anything else", () => {
    expect(() => opened({ doorId: 1 } as never)).toThrow();
  });
});

test("each kind of long work is described once, and named after what it works on and what it does", async () => {
  const files = readdirSync("modules", { recursive: true, encoding: "utf8" }).filter((file) =>
    /^[^/]+\/jobs\.ts$/.test(file),
  );
  const parts: object[] = await Promise.all(files.map((file) => import(`../modules/${file}`)));
  const kinds = parts.flatMap((part) =>
    Object.values(part).flatMap((jobs: Readonly<Record<string, JobOf>>) =>
      Object.values(jobs).map(({ kind }) => kind),
    ),
  );
  expect(kinds.sort()).toEqual([...JOB_KINDS].sort());
  for (const kind of kinds) expect(kind).toMatch(/^[a-z]+\.[a-z]+(_[a-z]+)*$/);
});
