import { serve } from "@/app/_web/operations";
import { exportOperations } from "@/app/api/v1/_operations/exports";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  exportOperations,
  "/me/exports/{exportId}/file",
);
