import { expect, test } from "vitest";
import type { z } from "zod";
import { allVerbs } from "./all-verbs";
import { defOf, partsOf } from "./schema-parts";

/**
 * A text that one person writes and another reads must not hold invisible characters or direction marks, which could make a
 * reason read differently in the audit and in the mail. Every such field of every command refuses them or removes them.
 */

/** Fields that take any text and show it to nobody as it came: each is looked up, parsed or compared by the verb. */
const NOT_READ = new Set([
  ...[
    "expects",
    "previousToken",
    "replacement",
    "provider",
    "demoPersona",
    "type",
    "method",
    "userAgent",
    "image",
  ],
  ...["confirmation", "code", "contentType", "encoding", "mapping", "columns", "deletedMarkers"],
  ...["token", "profile", "prefix", "target", "profileTemplate", "host", "member", "value", "gross"],
]);
const IS_ID = /^id$|(Id|Ids|Key|Sha256)$/;
const PLAIN = "The reader of the audit sees these words.";
const TURNED = "The reader of the audit \u202Esees these words.";

/** The demo world's forum is somebody else's site, and takes what such sites take. */
const commands = [...(await allVerbs()).values()].filter(
  ({ kind, spec }) => kind === "command" && !spec.name.startsWith("demo."),
);

test.each(commands.map((verb) => [verb.spec.name, verb.spec.input] as const))(
  "%s takes no invisible text where it takes a sentence",
  (name, input) => {
    // A handle is read as every contributor's name is, and shown without what nobody sees (claim-name.db.test.ts).
    // The worker passes the normalised name of a handle on.
    const cleanedByVerb = ["works.claim_handle", "ledger.follow_handle"].includes(name) ? [".name"] : [];
    expect(fieldsThatTake(TURNED, input)).toEqual(cleanedByVerb);
  },
);

test("there are sentences to look at", () => {
  const fields = commands.flatMap((verb) => fieldsThatTake(PLAIN, verb.spec.input));
  expect(fields.length).toBeGreaterThan(15);
});

const CONTAINERS = new Set(["object", "array", "union", "tuple", "record", "intersection", "lazy"]);

/** The paths of fields that take the text and leave it as it is. */
function fieldsThatTake(text: string, schema: z.ZodType, path = "", seen = new Set<unknown>()): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { type } = defOf(schema);
  if (!CONTAINERS.has(type)) {
    if (JSON.stringify(schema.safeParse(text).data)?.includes(text)) return [path];
    if (type === "pipe") return []; // What it is made of may take more than the whole does.
  }
  return partsOf(schema)
    .filter(([step]) => isRead(step))
    .flatMap(([step, part]) => fieldsThatTake(text, part, `${path}${step}`, seen));
}

const isRead = (step: string): boolean => !NOT_READ.has(step.slice(1)) && !IS_ID.test(step.slice(1));
