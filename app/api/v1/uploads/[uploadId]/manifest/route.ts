import { serve } from "@/app/_web/operations";
import { manifestOperations } from "@/app/api/v1/_operations/manifests";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(
  manifestOperations,
  "/uploads/{uploadId}/manifest",
);
