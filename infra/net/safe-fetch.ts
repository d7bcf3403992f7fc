import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, buildConnector, type Dispatcher, errors, request } from "undici";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { cutText } from "@/kernel/text";
import { env } from "../env";
import { isLoopback, mayConnect, privateFetchAllowed } from "./address-guard";
import { demoPage } from "./demo-web";
import { DnsFailure, dns } from "./dns";

export type FetchedPage = Readonly<{
  status: number;
  /** The address after redirects. */
  url: string;
  /** The IP address that answered. */
  address: string;
  contentType: string;
  text: string;
}>;

type Options = Readonly<{
  /** Asked for the first address and for every redirect; a sentence refuses it, null allows it. */
  refuse?: (url: URL) => string | null;
  accept?: string;
  timeoutMs?: number;
}>;

const REDIRECTS_MAX = 3;

/**
 * Fetches a page for a person without opening our network to them: http and https on their own ports, connections only to
 * checked addresses (a DNS answer that changes in between gains nothing), redirects checked alike, size and time bounded.
 * Throws PROOF_ADDRESS_REFUSED (not allowed) or PROOF_UNREACHABLE (no answer), with the reason.
 */
export async function safeFetch(address: string, options: Options = {}): Promise<FetchedPage> {
  const timeoutMs = options.timeoutMs ?? LIMITS.proofFetchMs;
  const deadline = AbortSignal.timeout(timeoutMs);
  const seen = { address: "" };
  const agent = guardedAgent(seen);
  try {
    let url = checkedUrl(address, options);
    const made = await demoPage(url);
    if (made !== null) return { ...made, url: url.href, address: "demo" };
    for (let redirects = 0; ; redirects++) {
      const { page, location } = await fetchOnce(agent, url, deadline, options);
      if (location === null) return { ...page, address: seen.address };
      if (redirects >= REDIRECTS_MAX) throw unreachable(`It redirects more than ${REDIRECTS_MAX} times.`);
      const next = checkedUrl(URL.canParse(location, url) ? new URL(location, url).href : location, options);
      if (url.protocol === "https:" && next.protocol === "http:")
        throw refused(`${url.host} redirects from https to http, where anyone on the way could change it.`);
      url = next;
    }
  } catch (error) {
    throw explained(error, deadline.aborted ? timeoutMs : null);
  } finally {
    await agent.destroy();
  }
}

function checkedUrl(address: string, options: Options): URL {
  if (!URL.canParse(address)) throw refused(`“${cutText(address, 200)}” is not a web address.`);
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw refused("Only addresses that start with https:// or http:// are read.");
  if (url.username !== "" || url.password !== "")
    throw refused("The address contains a user name or password.");
  const bare = url.hostname.replace(/^\[|\]$/g, "");
  // URL has already turned decimal, octal and hexadecimal forms into dotted numbers: 0x7f000001 is 127.0.0.1 here.
  const literal = /^[\d.]+$/.test(bare) || bare.includes(":");
  if (literal && !mayConnect(bare))
    throw refused(`${bare} is not a public address. Only public pages can be read.`);
  if (url.port !== "" && !privateFetchAllowed())
    throw refused(`Only the ports 80 and 443 are read, not ${url.port}.`);
  const reason = options.refuse?.(url) ?? null;
  if (reason !== null) throw refused(reason);
  return url;
}

/** Connects to checked addresses only: at look-up, and once more on the socket itself. */
function guardedAgent(seen: { address: string }): Agent {
  const connect = buildConnector({
    timeout: LIMITS.proofFetchMs,
    lookup: (host, { all }, done) => {
      publicAddresses(host).then(
        (list) => {
          const answers = list.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
          const first = answers[0];
          if (all || first === undefined) done(null, answers);
          else done(null, first.address, first.family);
        },
        (error: Error) => done(error, []),
      );
    },
  });
  return new Agent({
    connections: 1,
    pipelining: 0,
    maxHeaderSize: 16 * 1024,
    connect: (target, done) =>
      connect(target, (error, socket) => {
        if (error !== null || socket === null) return done(error ?? new Error("no socket"), null);
        const remote = socket.remoteAddress ?? "";
        const port = socket.remotePort;
        if (mayConnect(remote) && (port === 80 || port === 443 || isLoopback(remote))) {
          seen.address = remote;
          return done(null, socket);
        }
        socket.destroy();
        done(refused(`${target.hostname} is not on the public internet.`), null);
      }),
  });
}

async function publicAddresses(host: string): Promise<readonly string[]> {
  const addresses = await dns().addresses(host);
  if (addresses.length === 0) throw unreachable(`There is no host named ${host}.`);
  // One bad address is enough: a name that points inside as well as outside is an attack or a mistake.
  if (!addresses.every(mayConnect)) throw refused(`${host} points into a private network.`);
  return addresses;
}

async function fetchOnce(
  dispatcher: Agent,
  url: URL,
  signal: AbortSignal,
  options: Options,
): Promise<{ page: Omit<FetchedPage, "address">; location: string | null }> {
  const response = await request(url, {
    dispatcher,
    signal,
    headers: {
      "user-agent": `RemitProof/1 (+${env().REMIT_URL})`,
      accept: options.accept ?? "text/html, text/plain;q=0.9, application/json;q=0.8",
      "accept-encoding": "gzip, deflate, br",
    },
  });
  response.body.on("error", () => {}); // A body given up half-way complains; what we throw says why.
  const { statusCode: status } = response;
  const page = { status, url: url.href, contentType: headerOf(response, "content-type") };
  const location = headerOf(response, "location");
  if (status >= 300 && status < 400 && location !== "") {
    response.body.destroy();
    return { page: { ...page, text: "" }, location };
  }
  return { page: { ...page, text: await boundedText(response) }, location: null };
}

const headerOf = (response: Dispatcher.ResponseData, name: string): string =>
  [response.headers[name] ?? ""].flat()[0] ?? "";

/** Reads a body up to the limit, counted after unpacking: a small packed page can be a huge one. */
async function boundedText(response: Dispatcher.ResponseData): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of unpacked(response)) {
    bytes += (chunk as Buffer).length;
    if (bytes > LIMITS.proofFetchBytesMax)
      throw unreachable(
        `The page is larger than ${LIMITS.proofFetchBytesMax / 1024} KiB. Use a smaller page, such as a profile.`,
      );
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function unpacked(response: Dispatcher.ResponseData): Readable {
  const body: Readable = response.body;
  const coding = headerOf(response, "content-encoding").toLowerCase();
  const unpacker =
    coding === "gzip"
      ? createGunzip()
      : coding === "deflate"
        ? createInflate()
        : coding === "br"
          ? createBrotliDecompress()
          : null;
  if (unpacker === null) return body;
  body.on("error", (error) => unpacker.destroy(error));
  unpacker.on("close", () => body.destroy());
  return body.pipe(unpacker);
}

const refused = (reason: string): DomainError => new DomainError("PROOF_ADDRESS_REFUSED", reason);
const unreachable = (reason: string): DomainError => new DomainError("PROOF_UNREACHABLE", reason);

/** What went wrong, in words for the person who gave the address; details of our network stay inside. */
function explained(error: unknown, timedOutMs: number | null): DomainError {
  if (error instanceof DomainError) return error;
  if (timedOutMs !== null)
    return unreachable(`It did not answer within ${timedOutMs / 1000} seconds. Try again later.`);
  if (error instanceof DnsFailure)
    return unreachable(`The name ${error.host} could not be looked up. Try again in a few minutes.`);
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "ECONNREFUSED") return unreachable("The server refuses connections.");
  if (/CERT|TLS|SSL/.test(code))
    return unreachable("Its certificate is not valid, so its answer cannot be trusted.");
  if (error instanceof errors.HeadersOverflowError) return unreachable("Its answer has too many headers.");
  return unreachable("The connection broke off before the page was read. Try again.");
}
