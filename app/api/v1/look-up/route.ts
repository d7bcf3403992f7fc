import { serve } from "@/app/_web/operations";
import { lookUpOperations } from "@/app/api/v1/_operations/lookup";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(lookUpOperations, "/look-up");
