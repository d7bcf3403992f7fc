import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
  "server-only": fileURLToPath(new URL("test/server-only.ts", import.meta.url)),
  // Actions ask for words as server code does: next-intl's build of the server, with the configuration of the pages.
  "next-intl/server": fileURLToPath(
    new URL("node_modules/next-intl/dist/esm/development/server.react-server.js", import.meta.url),
  ),
  "next-intl/config": fileURLToPath(new URL("app/_i18n/request.ts", import.meta.url)),
};

// Three projects:
// - `unit` needs nothing and runs in `npm run verify`;
// - `db` gets a real PostgreSQL of its own;
// - `deep` gets one too, and runs what takes minutes (`npm run test:deep`).
// Files of the first two share what they import, which halves their time: no test replaces a module.
const server = { deps: { inline: ["next-intl"] } };
const withDatabase = {
  globalSetup: ["test/db/server.ts"],
  setupFiles: ["test/db/setup.ts"],
  maxWorkers: 2,
  server,
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          server,
          include: ["{kernel,modules,infra,app,ui,letters,messages,cli,test,jobs}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "**/*.deep.test.ts", "node_modules/**"],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["{modules,infra,app,jobs,test,bench}/**/*.db.test.ts"],
          ...withDatabase,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "deep",
          include: ["{kernel,modules,infra,app,jobs,test,bench}/**/*.deep.test.ts"],
          ...withDatabase,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
