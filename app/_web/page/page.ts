import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { z } from "zod";
import { logger } from "@/infra/logger";
import type { CallContext } from "@/infra/verb/command";
import type { Query } from "@/infra/verb/query";
import { ANONYMOUS } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { actorOfSession } from "@/modules/identity/sign-in/resolve-actor";
import { problemWords } from "../problem/problem-words";
import { requestIdOf } from "../request/context";
import { sessionCookieName } from "../sign-in/session-cookie";
import { codePath, waitingSignIn } from "../sign-in/waiting-sign-in";
import { withoutFilters } from "./unknown-filters.client";

/** Who looks at this page. Asked once per request, however many parts of the page want to know. */
export const pageCall: () => Promise<CallContext> = cache(async () => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  const actor = token === undefined ? null : await actorOfSession(token);
  return { actor: actor ?? ANONYMOUS, requestId: requestIdOf(await headers()) };
});

/** What this page has read already, by the read and its input: its title and its parts often ask for the same. */
const answers = cache(() => new Map<unknown, Map<string, Promise<unknown>>>());

/**
 * A read for a page, shared by all parts that ask for it. Redirects anonymous readers to the sign-in and back. Another
 * party's data and a malformed id are Next's 404. An invalid filter redirects to the page without it, which says so. Other
 * refusals reach error.tsx.
 */
export function read<S extends z.ZodType, O extends z.ZodType>(
  verb: Query<S, O>,
  input: z.input<S>,
): Promise<z.output<O>> {
  const all = answers();
  const ofVerb = all.get(verb) ?? new Map<string, Promise<z.output<O>>>();
  all.set(verb, ofVerb);
  const key = JSON.stringify(input);
  const answer = (ofVerb.get(key) as Promise<z.output<O>> | undefined) ?? ask(verb, input);
  ofVerb.set(key, answer);
  return answer;
}

export type Refusal = Readonly<{ ok: false; code: string; message: string }>;

/** The same for a page that can say itself why a read was refused, in its language, and what to do about it. */
export async function readOrRefusal<S extends z.ZodType, O extends z.ZodType>(
  verb: Query<S, O>,
  input: z.input<S>,
): Promise<Readonly<{ ok: true; value: z.output<O> }> | Refusal> {
  try {
    return { ok: true, value: await read(verb, input) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ok: false, code: error.code, message: (await problemWords(error)).message };
  }
}

async function ask<S extends z.ZodType, O extends z.ZodType>(
  verb: Query<S, O>,
  input: z.input<S>,
): Promise<z.output<O>> {
  const call = await pageCall();
  try {
    return await verb(call, input);
  } catch (error) {
    if (error instanceof DomainError && error.code === "NOT_SIGNED_IN") redirect(await signInPath());
    if (error instanceof DomainError && (error.code === "NOT_FOUND" || error.code === "SCOPE_MISSING"))
      notFound();
    if (error instanceof DomainError && error.code === "INVALID_INPUT") {
      const faults = error.faults.map(({ path }) => path);
      const better = withoutFilters(await address(), faults);
      if (better === null) notFound();
      redirect(better);
    }
    throw withRequest(error, call.requestId);
  }
}

/** Next hands an error's digest to error.tsx and nothing else of it: here it says which request, and why if that is known. */
function withRequest(error: unknown, requestId: string): unknown {
  const code = error instanceof DomainError ? error.code : "INTERNAL";
  if (code === "INTERNAL") logger.error({ err: error, requestId }, "page failed");
  return Object.assign(error instanceof Error ? error : new Error(String(error)), {
    digest: `${code}.${requestId}`,
  });
}

/** The sign-in page, or the one for its second step where that is what is missing, with the way back to this one. */
export async function signInPath(): Promise<string> {
  const path = await address();
  // What an invitation is about is said before anybody signs in.
  const invitation = /^\/me\/works\/invitations\/([\w-]+)$/.exec(path)?.[1];
  if (invitation !== undefined) return `/invitations/works/${invitation}`;
  if ((await waitingSignIn()) !== null) return codePath(path);
  return path === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(path)}`;
}

/** This page's address as it was asked for, with its question mark and what follows. */
const address = async (): Promise<string> => (await headers()).get("x-remit-path") ?? "/";
