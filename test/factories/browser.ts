import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { createRequestStoreForAPI } from "next/dist/server/async-storage/request-store";
import { NextRequest } from "next/server";
import type { ActionResult } from "@/app/_web/request/action";
import { sessionCookieName } from "@/app/_web/sign-in/session-cookie";
import { signInAs } from "./parties";

type WorkStore = NonNullable<ReturnType<typeof workAsyncStorage.getStore>>;
type Texts = Readonly<Record<string, string>>;

/** What a browser sends with a form, besides its fields. */
export type Browser = Readonly<{ cookies: Texts; headers?: Texts }>;

/** What came of a form. */
export type Sent<T> = Readonly<{
  /** The action's answer; null where it went on to another page. */
  answer: T | null;
  /** The page it went on to. */
  to: string | null;
  /** Cookies it kept in the browser; "" is one that it took away. */
  kept: Texts;
  /** Pages that are drawn again. */
  redrawn: readonly string[];
}>;

/** A browser in which this person has just signed in (or at `signedInAt`). */
export async function browserOf(personId: string, signedInAt?: Date, cookies: Texts = {}): Promise<Browser> {
  return { cookies: { ...cookies, [sessionCookieName()]: await signInAs(personId, signedInAt) } };
}

/** Fields as a form sends them. */
export function form(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) data.append(name, String(value));
  return data;
}

/** Runs a server action as Next does when a browser sends its form: over the same cookies, redirects and redrawn pages. */
export async function send<T>(browser: Browser, action: () => Promise<T>): Promise<Sent<T>> {
  const cookie = Object.entries(browser.cookies)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("; ");
  const headers = { cookie, "user-agent": "Test Browser", ...browser.headers };
  const request = new NextRequest("http://localhost:3000/", { method: "POST", headers });
  const kept: Record<string, string> = {};
  const keep = (all: string[]) => {
    for (const one of all) {
      const [, name = "", value = ""] = /^([^=]*)=([^;]*)/.exec(one) ?? [];
      kept[name] = decodeURIComponent(value);
    }
  };
  const tags = { tags: [], expirationsByCacheKind: new Map() };
  const unit = createRequestStoreForAPI(request, { pathname: "/" }, tags, keep, undefined, undefined);
  const work = { page: "/page", route: "/", incrementalCache: {} } as unknown as WorkStore;
  const run = () => workAsyncStorage.run(work, () => workUnitAsyncStorage.run(unit, action));
  const [answer, to] = await run().then(
    (value) => [value, null] as const,
    (error: unknown) => [null, redirectOf(error)] as const,
  );
  const redrawn = (work.pendingRevalidatedTags ?? []).map(({ tag }) => tag.replace("_N_T_", ""));
  return { answer, to, kept, redrawn };
}

/** The code with which an action was refused; null where it was not. */
export function codeOf({ answer }: Sent<ActionResult<unknown>>): string | null {
  return answer === null || answer.ok ? null : answer.code;
}

/** The address that Next's redirect names in its error. Throws every other error. */
function redirectOf(error: unknown): string {
  const [kind, , ...rest] = String((error as { digest?: unknown }).digest ?? "").split(";");
  if (kind !== "NEXT_REDIRECT") throw error;
  return rest.slice(0, -2).join(";");
}
