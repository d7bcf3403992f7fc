import { serveDescription } from "@/app/_web/api/api-description";
import { health } from "@/app/_web/api/health";
import type { Operation } from "@/app/_web/api/operations";
import { NO_QUERY } from "@/app/_web/api/route";
import { describeApi, readHealth } from "@/modules/system/read-health";

/** `all` is the whole list, these among it: one of them answers with the description of all. */
export const systemOperations = (all: () => readonly Operation[]): readonly Operation[] => [
  {
    id: "getHealth",
    method: "GET",
    path: "/health",
    tag: "System",
    summary: "Whether Remit is up",
    description: "Open to anyone. 200 while requests can be served, 503 while the database does not answer.",
    verb: readHealth,
    handler: health,
    query: NO_QUERY,
    alsoStatus: { "503": "Requests cannot be served" },
  },
  {
    id: "getApiDescription",
    method: "GET",
    path: "/openapi.json",
    tag: "System",
    summary: "This description",
    description: "Open to anyone, from any origin.",
    verb: describeApi,
    handler: serveDescription(all),
  },
];
