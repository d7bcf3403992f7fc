import { type NextRequest, NextResponse } from "next/server";

/** Gives every request its id; authorisation is not here but in the queries and verbs. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-request-id", crypto.randomUUID());
  headers.set("x-remit-path", request.nextUrl.pathname + request.nextUrl.search); // where to return to after signing in
  return NextResponse.next({ request: { headers } });
}

// Uploads pass by: with a proxy in front Next buffers a body and cuts it after 10 MB.
export const config = {
  matcher: ["/((?!_next/static|_next/image|favicon.ico|api/uploads|api/v1/deals/[^/]+/manifests).*)"],
};
