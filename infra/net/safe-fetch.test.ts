import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LIMITS } from "@/kernel/limits";
import { forgetEnv } from "../env";
import { replaceDns } from "./dns";
import { safeFetch } from "./safe-fetch";

let server: Server;
let port: number;
let handler: RequestListener;
const hits: string[] = [];

const world = (allow: "0" | "1") => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://unused",
    REMIT_SECRET: "x".repeat(32),
    REMIT_ALLOW_PRIVATE_FETCH: allow,
  });
  forgetEnv();
};

/** A name system in which every listed name has the addresses given; a list of lists answers differently each time. */
const names = (zone: Record<string, string[][]>) =>
  replaceDns({
    addresses: async (host) => {
      const answers = zone[host] ?? [];
      return (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    },
    txt: async () => [],
  });

beforeEach(async () => {
  hits.length = 0;
  server = createServer((request, response) => {
    hits.push(request.url ?? "");
    handler(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
  world("1");
  names({ "forum.test": [["127.0.0.1"]] });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  replaceDns(null);
  world("0");
});

describe("safeFetch reads public pages", () => {
  test("gives status, text and the address that answered, unpacking what is packed", async () => {
    handler = (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync("hello"));
    const page = await safeFetch(`http://forum.test:${port}/a`);
    expect(page).toMatchObject({ status: 200, text: "hello", address: "127.0.0.1" });
  });

  test("follows a few redirects, asking about each, and no more", async () => {
    handler = (request, response) => response.writeHead(302, { location: `${request.url}x` }).end();
    const asked: string[] = [];
    const refuse = (url: URL) => {
      asked.push(url.pathname);
      return null;
    };
    await expect(safeFetch(`http://forum.test:${port}/`, { refuse })).rejects.toMatchObject({
      code: "PROOF_UNREACHABLE",
    });
    expect(asked).toEqual(["/", "/x", "/xx", "/xxx"]);
  });

  test("stops where the caller says no", async () => {
    handler = (_, response) => response.writeHead(302, { location: "http://elsewhere.test/" }).end();
    const refuse = (url: URL) => (url.hostname === "forum.test" ? null : "another host");
    await expect(safeFetch(`http://forum.test:${port}/`, { refuse })).rejects.toThrow("another host");
  });
});

describe("safeFetch refuses the inside of a network", () => {
  test.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://017700000001/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[fd00::1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://0/",
    "http://10.0.0.1/",
    "https://[fe80::1]/",
  ])("%s", async (url) => {
    world("0");
    await expect(safeFetch(url)).rejects.toMatchObject({ code: "PROOF_ADDRESS_REFUSED" });
  });

  test.each([
    "file:///etc/passwd",
    "ftp://forum.test/",
    "gopher://forum.test/",
    "javascript:1",
    "nonsense",
    "https://me:pw@forum.test/",
    "http://forum.test:22/",
    "http://forum.test:8080/",
  ])("%s", async (url) => {
    world("0");
    await expect(safeFetch(url)).rejects.toMatchObject({ code: "PROOF_ADDRESS_REFUSED" });
  });

  test.each([[["127.0.0.1"]], [["93.184.216.34", "10.0.0.1"]], [["::ffff:10.0.0.1"]], [["169.254.169.254"]]])(
    "a name that points to %j",
    async (answers) => {
      world("0");
      names({ "evil.test": [answers] });
      await expect(safeFetch("http://evil.test/")).rejects.toMatchObject({ code: "PROOF_ADDRESS_REFUSED" });
      expect(hits).toEqual([]);
    },
  );

  test("a redirect to loopback or to metadata is not followed", async () => {
    for (const location of [
      "http://169.254.169.254/",
      "http://10.0.0.7/",
      "http://inside.test/",
      "file:///etc/passwd",
    ]) {
      handler = (_, response) => response.writeHead(302, { location }).end();
      names({ "forum.test": [["127.0.0.1"]], "inside.test": [["192.168.0.9"]] });
      await expect(safeFetch(`http://forum.test:${port}/`)).rejects.toMatchObject({
        code: "PROOF_ADDRESS_REFUSED",
      });
    }
  });

  test("a name that changes its answer is checked at the moment of connecting", async () => {
    // The second look-up (the redirect's new connection) is answered with an inner address.
    names({ "rebind.test": [["127.0.0.1"], ["10.0.0.1"]] });
    handler = (_, response) =>
      response.writeHead(302, { location: `http://rebind.test:${port}/again`, connection: "close" }).end();
    await expect(safeFetch(`http://rebind.test:${port}/`)).rejects.toMatchObject({
      code: "PROOF_ADDRESS_REFUSED",
    });
    expect(hits).toEqual(["/"]);
  });
});

describe("safeFetch is bounded", () => {
  test("an oversized page is refused, packed or plain", async () => {
    const big = Buffer.alloc(LIMITS.proofFetchBytesMax + 1, "a");
    handler = (_, response) => response.end(big);
    await expect(safeFetch(`http://forum.test:${port}/`)).rejects.toThrow("larger than 512 KiB");
    handler = (_, response) =>
      response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(50_000_000)));
    await expect(safeFetch(`http://forum.test:${port}/`)).rejects.toThrow("larger than 512 KiB");
  });

  test("a body that drips is given up after the time limit", {
    timeout: LIMITS.proofFetchMs * 2,
  }, async () => {
    handler = (_, response) => {
      const drip = setInterval(() => response.write("."), 50);
      response.on("close", () => clearInterval(drip));
    };
    await expect(safeFetch(`http://forum.test:${port}/`, { timeoutMs: 500 })).rejects.toThrow(
      "did not answer within 0.5 seconds",
    );
  });

  test("nobody there, no such name", async () => {
    await expect(safeFetch("http://forum.test:1/")).rejects.toThrow("refuses connections");
    await expect(safeFetch("http://nowhere.test/")).rejects.toThrow("There is no host named nowhere.test");
  });
});
