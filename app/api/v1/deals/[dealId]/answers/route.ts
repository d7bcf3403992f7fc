import { serve } from "@/app/_web/operations";
import { dealOperations } from "@/app/api/v1/_operations/deals";

export const { GET } = serve(dealOperations, "/deals/{dealId}/answers");
