// How long the body of a request may take. Node gives every request five minutes, which a large manifest over a slow line
// needs more than; without any limit, requests that trickle would keep connections for ever.

/** Bodies of these may come for as long as they keep coming. */
const LONG = [/^\/api\/v1\/deals\/[^/]+\/manifests\/?$/, /^\/api\/uploads(\/|$)/];

const LIMITS = {
  /** How long any other body may take. */
  shortMs: 60_000,
  /** A long body is looked at this often, */
  lookMs: 30_000,
  /** and must have brought so many bytes since: 1 kB a second. */
  bytesALook: 30_000,
};

const TOO_SLOW = JSON.stringify({
  type: "about:blank",
  title: "The request came too slowly",
  status: 408,
  code: "REQUEST_TIMEOUT",
  detail: "The body of the request stopped coming, or came too slowly. Send it again.",
});

/** Makes the server wait for long bodies while they keep coming, and hang up on all others that take too long. */
export function allowLongBodies(server, limits = LIMITS) {
  server.requestTimeout = 0; // Node's own; headersTimeout goes on holding for the headers.
  server.prependListener("request", (request, response) =>
    watchBody(request, response, { ...LIMITS, ...limits }),
  );
}

function watchBody(request, response, { shortMs, lookMs, bytesALook }) {
  if (!hasBody(request)) return;
  const { socket } = request;
  const isLong = LONG.some((path) => path.test(request.url?.split("?")[0] ?? ""));
  let before = socket.bytesRead;
  const hangUp = () => {
    if (response.headersSent || response.writableEnded) return void socket.destroy();
    response.shouldKeepAlive = false;
    response.writeHead(408, {
      "content-type": "application/problem+json",
      "content-length": Buffer.byteLength(TOO_SLOW),
      connection: "close",
    });
    response.end(TOO_SLOW, () => socket.destroy());
  };
  const look = () => {
    // Whether the handler has read it or not: the body is here, and how long the answer takes is our affair.
    if (request.complete) return;
    // Nor does an answer that is on its way wait for the rest of the body.
    if (response.headersSent && !response.writableEnded) return void timer.refresh();
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    // What we are slow to take is not the sender's fault: while reading is paused, nothing can come.
    if (isLong && (came >= bytesALook || request.readableFlowing === false || request.isPaused()))
      timer.refresh();
    else hangUp();
  };
  const timer = setTimeout(look, isLong ? lookMs : shortMs).unref();
  const done = () => clearTimeout(timer);
  request.once("end", done);
  request.once("close", done);
  // Not when the answer ends: a body that goes on trickling after it would keep the connection for ever.
}

/** A request without a body, such as most GETs, says neither; nobody reads it, and so it has no `end`. */
const hasBody = ({ headers }) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
