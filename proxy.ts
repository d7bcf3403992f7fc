import { type NextRequest, NextResponse } from "next/server";

/**
 * Gives every request its id and every page its content security policy; authorisation is not here but in the queries and
 * verbs. Headers that are the same for all addresses are in next.config.js, and what depends on the settings in scripts/web.mjs.
 */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-request-id", crypto.randomUUID());
  headers.set("x-remit-path", request.nextUrl.pathname + request.nextUrl.search); // where to return to after signing in
  if (request.nextUrl.pathname.startsWith("/api/")) return NextResponse.next({ request: { headers } });
  const policy = pagePolicy(crypto.randomUUID());
  headers.set("content-security-policy", policy); // Next reads the nonce from here and puts it on its own scripts.
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

const isHttps = () => process.env.REMIT_URL?.startsWith("https://") === true;
const isDev = process.env.NODE_ENV === "development";

/** Scripts run only with this answer's nonce; styles may be inline, because components set positions by style. */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:", // people's pictures come from where they signed in
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...signInOrigins()].join(" ")}`,
    "frame-ancestors 'none'",
    ...(isHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Where a sign-in form may end up: browsers apply form-action to the redirects that follow it too. */
function signInOrigins(): readonly string[] {
  const { GITHUB_CLIENT_ID, GOOGLE_CLIENT_ID, OIDC_ISSUER } = process.env;
  return [
    ...(GITHUB_CLIENT_ID ? ["https://github.com"] : []),
    ...(GOOGLE_CLIENT_ID ? ["https://accounts.google.com"] : []),
    ...(OIDC_ISSUER && URL.canParse(OIDC_ISSUER) ? [new URL(OIDC_ISSUER).origin] : []),
  ];
}

// Uploads pass by: with a proxy in front Next buffers a body and cuts it after 10 MB.
export const config = {
  matcher: ["/((?!_next/static|_next/image|favicon.ico|api/uploads|api/v1/deals/[^/]+/manifests).*)"],
};
