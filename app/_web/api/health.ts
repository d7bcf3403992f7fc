import "server-only";
import { readHealth } from "@/modules/system/read-health";
import { fileRoute, NO_QUERY } from "./route";

/** 200 while requests can be served, 503 when they cannot: what a load balancer looks at. */
export const health = fileRoute(NO_QUERY, async (call) => {
  const value = await readHealth(call, {});
  return Response.json(value, {
    status: value.status === "down" ? 503 : 200,
    headers: { "access-control-allow-origin": "*" },
  });
});
