import { serve } from "@/app/_web/operations";
import { systemOperations } from "../_operations/system";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(systemOperations, "/health");
