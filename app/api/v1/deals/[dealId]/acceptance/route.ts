import { serve } from "@/app/_web/operations";
import { dealOperations } from "@/app/api/v1/_operations/deals";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(dealOperations, "/deals/{dealId}/acceptance");
