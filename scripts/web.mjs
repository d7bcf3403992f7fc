// The web process in production: Next behind a plain HTTP server, so that documents can be sent without scripts.
// `node scripts/web.mjs -p 3000`. Why and how: docs/adr/0122-documents-without-scripts.md
import { createServer } from "node:http";
import next from "next";
import { asDocument, isDocument } from "./web/documents.mjs";

const at = process.argv.indexOf("-p");
const port = Number(at < 0 ? (process.env.PORT ?? 3000) : process.argv[at + 1]);

const app = next({ dev: false, dir: process.cwd(), port, hostname: "localhost" });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => {
  void handle(request, isDocument(request) ? asDocument(request, response) : response);
});
const upgrade = app.getUpgradeHandler();
server.on("upgrade", (request, socket, head) => void upgrade(request, socket, head));
server.listen(port);

for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5000).unref(); // event streams never end by themselves
  });
}
