import { serveDescription } from "@/app/_web/api-description";
import { serve } from "@/app/_web/operations";
import { allOperations } from "../_operations/all";

const here = allOperations
  .filter(({ path }) => path === "/openapi.json")
  .map((operation) => ({ ...operation, handler: serveDescription(allOperations) }));

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(here, "/openapi.json");
