// The web process in production: Next behind a plain HTTP server, so that documents can be sent without scripts.
// `node scripts/web.mjs -p 3000 -H 127.0.0.1`; without -H on every interface. Why and how: docs/adr/0122-documents-without-scripts.md
import cluster from "node:cluster";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { asDocument, isDocument } from "./web/documents.mjs";
import { proxiesIn, receive } from "./web/front.mjs";
import { allowLongBodies } from "./web/slow-bodies.mjs";

// A page is made on one core: with two processes nobody waits for somebody else's page while a second core is there.
const PROCESSES = Number(process.env.REMIT_WEB_PROCESSES ?? Math.min(2, availableParallelism()));

if (cluster.isPrimary && PROCESSES > 1) watchOver(PROCESSES);
else await serve();

/** Starts the processes that answer, on one port; one that falls over is replaced, unless it never came to answer. */
function watchOver(count) {
  let stopping = false;
  const answering = new Set();
  cluster.setupPrimary({ execArgv: [] }); // They end with us by themselves; what makes us end with our parent is not for them.
  cluster.on("listening", ({ id }) => answering.add(id));
  cluster.on("exit", ({ id }, code) => {
    if (stopping) {
      if (Object.keys(cluster.workers).length === 0) process.exit(0);
    } else if (answering.delete(id)) cluster.fork();
    else process.exit(code || 1);
  });
  for (let i = 0; i < count; i++) cluster.fork();
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.on(signal, () => {
      stopping = true;
      for (const worker of Object.values(cluster.workers)) worker.process.kill("SIGTERM");
    });
  }
}

function argument(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function serve() {
  const enter = front();
  const { default: next } = await import("next");
  const port = Number(argument("-p") ?? process.env.PORT ?? 3000);
  const app = next({ dev: false, dir: process.cwd(), port, hostname: "localhost" });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    enter(request, response);
    void handle(request, isDocument(request) ? asDocument(request, response) : response);
  });
  allowLongBodies(server);
  const upgrade = app.getUpgradeHandler();
  server.on("upgrade", (request, socket, head) => {
    enter(request);
    void upgrade(request, socket, head);
  });
  server.listen({ port, host: argument("-H") });
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.on(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), 5000).unref(); // event streams never end by themselves
    });
  }
}

/** What happens to every request first, also to those that Next's proxy does not see; and to every answer over HTTPS. */
function front() {
  const proxies = proxiesIn(process.env.REMIT_TRUSTED_PROXIES);
  const https = process.env.REMIT_URL?.startsWith("https://") === true;
  let warned = false;
  return (request, response) => {
    const stranger = receive(request, proxies);
    if (https) response?.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
    if (!stranger || warned) return;
    warned = true;
    console.error(
      `Requests from ${request.headers["x-remit-client"]} say that they are forwarded. If that is your proxy, name it in REMIT_TRUSTED_PROXIES: until then all its visitors count as one.`,
    );
  };
}
