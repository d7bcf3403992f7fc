import "server-only";
import { env } from "@/infra/env";
import { type OpenApi, openApi } from "./openapi";
import type { Operation } from "./operations";
import { fileRoute, NO_QUERY } from "./route";

let made: OpenApi | undefined;

/** The document of the running server; made once, since operations do not change while it runs. */
export function apiDescription(operations: readonly Operation[]): OpenApi {
  made ??= openApi(operations, env().REMIT_URL);
  return made;
}

/** Serves the document to anyone, from any origin: it is public and names nobody. */
export function serveDescription(operations: () => readonly Operation[]) {
  return fileRoute(NO_QUERY, async () =>
    Response.json(apiDescription(operations()), {
      headers: { "access-control-allow-origin": "*", "cache-control": "public, max-age=300" },
    }),
  );
}
