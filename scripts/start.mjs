// `npm start`: everything from a fresh clone to a running Remit. Stays plain JavaScript until packages are there.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkNode, installIfNeeded, root } from "./install.mjs";

checkNode();
installIfNeeded();
(await import("./generate.mjs")).generate();

const child = spawn(
  process.execPath,
  ["--import", "tsx", join(root, "scripts/serve.ts"), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  },
);
// The terminal sends Ctrl-C to both of us; the child stops everything in order, we only wait for it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
