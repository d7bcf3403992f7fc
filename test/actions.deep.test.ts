import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { anOrganisation, signInAs } from "./factories/parties";

const browser = vi.hoisted(() => ({ session: "", Redirect: class extends Error {} }));

// Next, as far as actions use it: a request of one signed-in person, and ways to leave.
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-remit-client": "198.51.100.7" }),
  cookies: async () => ({
    get: (name: string) => (name.endsWith("session") ? { name, value: browser.session } : undefined),
    getAll: () => [],
    set: () => {},
    delete: () => {},
  }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (path: unknown) => {
    expect(path).toBeTypeOf("string");
    throw new browser.Redirect();
  },
}));
vi.mock("next-intl/server", () => ({
  getLocale: async () => "en",
  getTranslations: async () =>
    Object.assign((key: string) => key, { rich: (key: string) => key, has: () => false }),
}));
vi.mock("@/app/_web/sign-in/auth", async (original) => ({
  ...(await original<object>()),
  beginSignIn: async () => "/sign-in/check-mail",
}));
vi.mock("@/app/_web/request/request-limit", async (original) => ({
  ...(await original<object>()),
  takeAllowance: async () => ({ limit: 600, remaining: 600, resetSeconds: 60 }),
}));

/** An argument that only the browser has, as React hands it over: nothing may be read of it. */
const ofTheBrowser = new Proxy(() => {}, {
  get: (_, name) => {
    if (typeof name === "symbol" || name === "then") return undefined;
    throw new Error(`Cannot access ${name} on the server`);
  },
});
const PARTS = [
  ...["organisationId", "dealId", "allocationId", "manifestId", "uploadId", "home"],
  ...["mappings", "weightings", "version", "decision"],
];
const odd: readonly unknown[] = [
  ...[undefined, null, 5, 10n, true, "", "x", Symbol.for("x"), { toString: null }, {}, [], [{}]],
  ...[new Map(), new Date(Number.NaN), new FormData(), ofTheBrowser],
];
const values = [...odd, ...odd.map((value) => Object.fromEntries(PARTS.map((part) => [part, value])))];

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/actions.ts"))
  .map((file) => `app/${file}`);
let ownerId: string;
beforeAll(async () => {
  ({ ownerId } = await anOrganisation({ kind: "operator" }));
});

test("there are actions to call", () => expect(files.length).toBeGreaterThan(25));

describe.each(files)("%s", (file) => {
  test("each action refuses arguments that no page sends", async () => {
    const actions = Object.entries(
      (await import(pathToFileURL(resolve(file)).href)) as Record<string, (...args: unknown[]) => unknown>,
    );
    for (const [name, action] of actions)
      for (const [index, value] of values.entries()) {
        browser.session = await signInAs(ownerId);
        const answer = await Promise.resolve(action(value, value, value, value)).catch((error: unknown) => {
          if (!(error instanceof browser.Redirect))
            throw new Error(`${name}, value ${index}`, { cause: error });
        });
        expect(answer, `${name}, value ${index}`).not.toMatchObject({ code: "INTERNAL" });
      }
  });
});
