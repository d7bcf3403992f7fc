import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { allowLongBodies } from "@/scripts/web/slow-bodies.mjs";

const LIMITS = { shortMs: 300, lookMs: 300, bytesALook: 100 };
let server: Server;
afterEach(() => void server.close());

function readsAll(request: IncomingMessage, response: Parameters<RequestListener>[1]) {
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  request.on("end", () => response.end(`took ${bytes}`));
}

/** Answers over three times the limit, as an event stream or a download does, and reads nothing of the request. */
const answersSlowly: RequestListener = (_request, response) => {
  response.write("event 1\n");
  setTimeout(() => response.end("last event"), 3 * LIMITS.shortMs);
};

async function serve(handler: RequestListener = readsAll): Promise<number> {
  server = createServer(handler);
  allowLongBodies(server, LIMITS);
  await new Promise<void>((done) => server.listen(0, done));
  return (server.address() as AddressInfo).port;
}

/** Sends a body of `pieces` pieces, one every 50 ms, and says what came back. */
function trickle(port: number, path: string, piece: string, pieces: number): Promise<string> {
  return new Promise((done) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1");
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${piece.length * pieces}\r\n\r\n`);
    let sent = 0;
    const timer = setInterval(() => {
      if (sent === pieces) return clearInterval(timer);
      sent += 1;
      socket.write(piece);
    }, 50);
    socket.on("data", (chunk) => {
      answer += chunk;
      if (/took \d+$/.test(answer)) socket.end();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(timer);
      done(answer);
    });
  });
}

test("a manifest may come for longer than other requests, as long as it keeps coming", async () => {
  const port = await serve();
  const piece = "x".repeat(100);
  expect(await trickle(port, "/api/v1/deals/deal_1/manifests?dryRun=1", piece, 24)).toContain("took 2400");
  expect(await trickle(port, "/api/uploads/upl_1", piece, 24)).toContain("took 2400");
});

test.each([
  ["/api/v1/deals", "x".repeat(100)],
  ["/api/v1/deals/deal_1/manifests", "x"],
  ["/api/uploads/upl_1", "x"],
])("a body to %s that takes too long is hung up on: %s", async (path, piece) => {
  const answer = await trickle(await serve(), path, piece, 60);
  expect(answer).toContain("408");
  expect(answer).toContain("application/problem+json");
});

test("a request without a body is not touched", async () => {
  expect(await trickle(await serve(), "/api/v1/deals", "", 0)).toContain("took 0");
});

test("an answer may take longer than a body may, also when nobody reads the request", async () => {
  const port = await serve(answersSlowly);
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`);
  expect(await answer.text()).toBe("event 1\nlast event");
});

test.each([10, 1_000_000])("nor does an unread body of %i bytes cut the answer to it", async (bytes) => {
  const port = await serve(answersSlowly);
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/deals`, {
    method: "POST",
    body: "x".repeat(bytes),
  });
  expect(await answer.text()).toBe("event 1\nlast event");
});

test("a first word that takes long is waited for too", async () => {
  const port = await serve((_request, response) => {
    setTimeout(() => response.end("late"), 3 * LIMITS.shortMs);
  });
  const url = `http://127.0.0.1:${port}/api/v1/deals`;
  expect(await (await fetch(url)).text()).toBe("late");
  expect(await (await fetch(url, { method: "POST", body: "x" })).text()).toBe("late");
});

test("a body that trickles on after the answer is hung up on", async () => {
  const port = await serve((_request, response) => response.end("answered"));
  const from = Date.now();
  expect(await trickle(port, "/api/v1/deals", "x", 100)).toContain("answered");
  expect(Date.now() - from).toBeLessThan(3_000);
});
