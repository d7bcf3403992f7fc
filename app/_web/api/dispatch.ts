import "server-only";
import { DomainError } from "@/kernel/errors";
import { grouped } from "@/kernel/grouped";
import { problemResponse } from "../problem/problem";
import type { Method, Operation } from "./operations";
import { type Handler, handle, type Params, route } from "./route";

const ROOT = "/api/v1";

/** One address with all its operations. `shape` is the address without the names of its parts: "/deals/{}". */
type Address = Readonly<{
  shape: string;
  pattern: RegExp;
  byMethod: ReadonlyMap<string, Handler>;
  refuse: Handler;
}>;

/**
 * Answers every request to the API from the list of operations: exactly the listed operations are served. An unknown address
 * is refused with 404, an unknown method of a known address with 405 and Allow, both as problem documents.
 */
export function dispatcher(operations: readonly Operation[]): (request: Request) => Promise<Response> {
  const find = finder(addressesOf(operations));
  return (request) => {
    const found = find(new URL(request.url).pathname.slice(ROOT.length));
    if (found === null) return noAddress(request);
    const { address, params } = found;
    // A HEAD is a GET whose body the server leaves out.
    const method = request.method === "HEAD" ? "GET" : request.method;
    return (address.byMethod.get(method) ?? address.refuse)(request, params);
  };
}

type Found = Readonly<{ address: Address; params: Params }>;

/** Finds an address of the list. One whose segments are all fixed wins over one with parts in braces. */
function finder(addresses: readonly Address[]): (path: string) => Found | null {
  const fixed = new Map(
    addresses.filter(({ shape }) => !shape.includes("{")).map((address) => [address.shape, address]),
  );
  const withParts = addresses.filter(({ shape }) => shape.includes("{"));
  return (path) => {
    const whole = fixed.get(decoded(path));
    if (whole !== undefined) return { address: whole, params: {} };
    for (const address of withParts) {
      const groups = address.pattern.exec(path)?.groups;
      if (groups !== undefined) return { address, params: decodedParts(groups) };
    }
    return null;
  };
}

const decodedParts = (groups: Record<string, string>): Params =>
  Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decoded(part)]));

/** What is no percent-encoded UTF-8 becomes U+FFFD, as in scripts/web/front.mjs: it names nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "\uFFFD";
  }
}

/**
 * The addresses of a list, the more fixed one first: "{" sorts after every character that a fixed segment may have, so of
 * two addresses a request fits, the one that is fixed where they first differ is tried before the other.
 */
function addressesOf(operations: readonly Operation[]): readonly Address[] {
  const byShape = grouped(operations, ({ path }) => path.replaceAll(/\{\w+\}/g, "{}"));
  return [...byShape].sort(([a], [b]) => (a < b ? -1 : 1)).map(([shape, here]) => addressOf(shape, here));
}

function addressOf(shape: string, here: readonly Operation[]): Address {
  const path = onePathOf(here);
  const allow = allowText(here.map(({ method }) => method));
  return {
    shape,
    pattern: patternOf(path),
    byMethod: new Map<string, Handler>([
      ...here.map((operation) => [operation.method, handlerOf(operation)] as const),
      ["OPTIONS", options(allow)],
    ]),
    refuse: notAllowed(allow),
  };
}

/** The path that all operations of one address are listed with. A list with two answers to one request does not load. */
function onePathOf(here: readonly Operation[]): string {
  const [path = "", other] = new Set(here.map((operation) => operation.path));
  if (other !== undefined) throw new Error(`${path} and ${other} are one address: name their parts alike.`);
  if (new Set(here.map(({ method }) => method)).size < here.length)
    throw new Error(`Two operations have the same method at ${path}.`);
  return path;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);

function handlerOf(operation: Operation): Handler {
  return (
    operation.handler ??
    route(operation.verb, operation.status === undefined ? {} : { status: operation.status })
  );
}

const allowText = (allowed: readonly Method[]) =>
  [
    ...(allowed.includes("GET") ? ["GET", "HEAD"] : []),
    ...allowed.filter((method) => method !== "GET"),
    "OPTIONS",
  ].join(", ");

function notAllowed(allow: string): Handler {
  return handle(async (_request, { requestId }) => {
    const refusal = new DomainError("METHOD_NOT_ALLOWED", `This address answers to ${allow}.`);
    const response = problemResponse(refusal, requestId);
    response.headers.set("allow", allow);
    return response;
  });
}

/** No CORS headers: an API key belongs on a server, and a session only to Remit's own pages (docs/adr/0031). */
function options(allow: string): Handler {
  return handle(async () => new Response(null, { status: 204, headers: { allow } }));
}

const noAddress = handle(async () => {
  throw new DomainError("NOT_FOUND", "There is no such address in this API; see /docs/api.");
});
