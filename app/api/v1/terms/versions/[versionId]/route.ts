import { serve } from "@/app/_web/operations";
import { consentOperations } from "@/app/api/v1/_operations/consent";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  consentOperations,
  "/terms/versions/{versionId}",
);
